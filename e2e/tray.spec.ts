/** The tray: its mark while something is unread, and what its menu does with the window closed. */
import { basename } from 'node:path'
import { expect } from '@playwright/test'
import { test } from './fixtures.ts'
import type { HostTray } from './hosts/host.ts'
import { error, info } from './servers/wire-frames.ts'

/** The picture by its name alone, as every desktop has it. */
async function look(tray: HostTray | null): Promise<{ picture: string; tooltip: string }> {
  const { imagePath = '', tooltip = '' } = (await tray?.look()) ?? {}
  return { picture: basename(imagePath).replace(/(Template)?\.\w+$/, ''), tooltip }
}

const labels = async (tray: HostTray | null): Promise<readonly string[]> =>
  ((await tray?.look())?.items ?? []).map((item) => item.label)

test('an acknowledgement takes its toast away, and with the last one the mark', async ({
  start,
  server,
  needs,
}) => {
  needs('tray')
  const { screen, tray, toasts } = await start({ source: server.url })
  const onScreen = async () => (await toasts()).flatMap(({ title, isGone }) => (isGone ? [] : [title]))
  await screen.expectConnection('Connected')
  await screen.wantToastsAlways()
  await expect
    .poll(() => look(tray))
    .toEqual({ picture: 'connected', tooltip: 'Tocsin: Connected, 0 unread' })

  server.send(info({ title: 'One', id: 'n1' }))
  server.send(error({ title: 'Two', id: 'n2' }))
  await expect
    .poll(() => look(tray))
    .toEqual({ picture: 'unread', tooltip: 'Tocsin: Connected, 2 unread (1 error)' })
  await screen.markAsRead(screen.row('info', 'One'))
  await expect.poll(onScreen).toEqual(['Two'])
  await expect
    .poll(() => look(tray))
    .toEqual({ picture: 'unread', tooltip: 'Tocsin: Connected, 1 unread (1 error)' })
  await screen.markAsRead(screen.row('error', 'Two'))
  await expect.poll(onScreen).toEqual([])
  await expect
    .poll(() => look(tray))
    .toEqual({ picture: 'connected', tooltip: 'Tocsin: Connected, 0 unread' })
})

test('what is deleted unread leaves no mark, and no toast', async ({ start, server, needs }) => {
  needs('tray')
  const { screen, tray, toasts } = await start({ source: server.url })
  await screen.expectConnection('Connected')
  await screen.wantToastsAlways()
  server.send(info({ title: 'One', id: 'n1' }))
  await expect.poll(async () => (await look(tray)).picture).toBe('unread')
  const detail = await screen.open(screen.row('info', 'One'))
  await detail.getByRole('button', { name: 'Delete' }).click()
  await expect.poll(async () => (await look(tray)).picture).toBe('connected')
  await expect.poll(async () => (await toasts()).map(({ isGone }) => isGone)).toEqual([true])
  await screen.button('Undo').click()
  await expect.poll(async () => (await look(tray)).picture).toBe('unread')
})

test('a connection that is lost counts more than what is unread', async ({ start, server, needs }) => {
  needs('tray')
  const { screen, tray } = await start({ source: server.url })
  await screen.expectConnection('Connected')
  server.send(info({ title: 'One', id: 'n1' }))
  await expect.poll(async () => (await look(tray)).picture).toBe('unread')
  await tray?.choose('Disconnect')
  await expect
    .poll(() => look(tray))
    .toEqual({ picture: 'disconnected', tooltip: 'Tocsin: Disconnected, 1 unread' })
})

test('do not disturb is chosen in the tray, drawn, and turned off there', async ({
  start,
  server,
  needs,
}) => {
  needs('tray')
  const { screen, tray, toasts } = await start({ source: server.url })
  const picture = async (): Promise<string> => (await look(tray)).picture
  await screen.expectConnection('Connected')
  await tray?.choose('Do not disturb', 'For 1 hour')
  await expect.poll(picture).toBe('do-not-disturb')
  expect((await look(tray)).tooltip).toMatch(
    /^Tocsin: Connected, 0 unread, do not disturb until \d{1,2}:\d\d/,
  )
  server.send(info({ title: 'Quiet', id: 'n1' }))
  await expect.poll(picture).toBe('do-not-disturb-unread')
  expect(await toasts()).toEqual([])

  const submenu = (await tray?.look())?.items.find((item) => item.label === 'Do not disturb')?.items
  expect(submenu?.[0]).toMatchObject({ isEnabled: false })
  expect(submenu?.[0]?.label).toMatch(/^On until \d{1,2}:\d\d.*, (59 min|1 h 0 min) left$/)
  await tray?.choose('Do not disturb', 'Turn off')
  await expect.poll(picture).toBe('unread')
})

test('the newest unread are in the menu, and open at a click', async ({ start, server, needs }) => {
  needs('tray')
  const app = await start({ source: server.url })
  await app.screen.expectConnection('Connected')
  await app.closeWindow()
  for (const title of ['One', 'Two', 'Three', 'Four', 'Five']) server.send(info({ title, id: title }))
  server.send(error({ title: 'Six\nand more', id: 'Six' }))
  const newest = async () => (await labels(app.tray)).filter((label) => /^(Info|Error): /.test(label))
  // What mere arrivals change is shown within a few seconds.
  await expect
    .poll(newest, { timeout: 10_000 })
    .toEqual(['Error: Six and more', 'Info: Five', 'Info: Four', 'Info: Three', 'Info: Two'])
  await app.tray?.choose('Info: Four')
  await expect.poll(() => app.windowCount()).toBe(1)
  await expect(app.screen.detail).toContainText('Four')
})

test('while a try is waited for, the menu says when it comes, and offers to try now', async ({
  start,
  server,
  needs,
}) => {
  needs('tray')
  const { screen, tray } = await start({ source: server.url })
  await screen.expectConnection('Connected')
  await server.die()
  await expect.poll(() => labels(tray)).toContainEqual(expect.stringMatching(/^Next try (at|in) \d/))
  await server.comeBack()
  await expect(async () => {
    // It may come by itself as well.
    if ((await labels(tray)).includes('Retry now')) await tray?.choose('Retry now')
    await expect(screen.status).toContainText('Connected', { timeout: 500 })
  }).toPass()
  await expect.poll(() => labels(tray)).not.toContain('Retry now')
})

test('the settings open from the tray', async ({ start, server, needs }) => {
  needs('tray')
  const app = await start({ source: server.url })
  await app.closeWindow()
  await app.tray?.choose('Settings…')
  await expect.poll(() => app.windowCount()).toBe(1)
  await expect(app.screen.page.getByRole('dialog', { name: 'Settings' })).toBeVisible()
})
