/** `tocsin://` links, and what else a second start hands over to the first. */
import { expect } from '@playwright/test'
import { test } from './fixtures.ts'
import { startScriptedServer } from './servers/scripted-server.ts'
import { error, info } from './servers/wire-frames.ts'

test('a link opens its notification in the window that runs', async ({
  start,
  host,
  dataDir,
  server,
  needs,
}) => {
  needs('desktop')
  const app = await start({ source: server.url })
  await app.screen.expectConnection('Connected')
  server.send(info({ title: 'The first' }))
  await expect(app.screen.row('info', 'The first')).toBeAttached()
  server.send(error({ title: 'The second' }))
  await expect(app.screen.row('error', 'The second')).toBeAttached()
  await app.closeWindow()

  const second = await host.startAgain({ dataDir, flags: ['tocsin://notification/1'] })
  expect(second.exitCode).toBe(0)
  await expect.poll(() => app.windowCount()).toBe(1)
  await expect(app.screen.row('info', 'The first')).toHaveAttribute('aria-current', 'true')
})

test('a link opens a search, also the one that starts Tocsin', async ({ start, server, needs }) => {
  needs('desktop')
  const app = await start({ source: server.url, flags: ['tocsin://search?q=disk'] })
  await expect(app.screen.searchBox).toHaveValue('disk')
  await app.desktop?.openUrl('tocsin://search?q=type%3Aerror')
  await expect(app.screen.searchBox).toHaveValue('type:error')
})

test('a link to a source is a question, and No changes nothing', async ({
  start,
  host,
  dataDir,
  server,
  needs,
}) => {
  needs('desktop')
  const other = await startScriptedServer()
  const app = await start({ source: server.url })
  await app.screen.expectConnection('Connected')
  const link = `tocsin://source?url=${encodeURIComponent(other.url)}`

  await host.startAgain({ dataDir, flags: [link] })
  await expect.poll(() => app.desktop?.boxes().length).toBe(1)
  expect(app.desktop?.boxes()[0]?.message).toBe(`Use ${new URL(other.url).host} as your source?`)
  await app.desktop?.answerBox('No')
  await app.screen.expectConnection('Connected')
  expect(other.connectionCount).toBe(0)

  await host.startAgain({ dataDir, source: other.url })
  await expect.poll(() => app.desktop?.boxes().length).toBe(1)
  await app.desktop?.answerBox('Use this source')
  await expect.poll(() => other.connectionCount).toBe(1)
  await other.die()
})

test('a link that cannot be read is told in the window', async ({ start, host, dataDir, server, needs }) => {
  needs('desktop')
  const app = await start({ source: server.url })
  await app.screen.expectConnection('Connected')
  await app.closeWindow()
  await app.desktop?.answerBox('Keep running')
  await host.startAgain({ dataDir, flags: ['tocsin://buy?now'] })
  await expect.poll(() => app.windowCount()).toBe(1)
  await expect
    .poll(() => app.desktop?.boxes().map(({ message }) => message))
    .toEqual([expect.stringMatching(/^This link cannot be opened: /)])
})

test('a second start sets the frequency, and a hidden one leaves the window closed', async ({
  start,
  host,
  dataDir,
  server,
  needs,
}) => {
  needs('desktop')
  const app = await start({ source: server.url })
  await app.screen.expectConnection('Connected')
  await app.closeWindow()
  await host.startAgain({ dataDir, flags: ['--hidden', '--frequency', '7'] })
  await expect.poll(() => server.frequencies.at(-1)).toBe(7)
  expect(app.windowCount()).toBe(0)
  await host.startAgain({ dataDir })
  await expect.poll(() => app.windowCount()).toBe(1)
})
