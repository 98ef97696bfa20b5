/** Starting at login, by an autostart file, and what a hidden start is. */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { test } from './fixtures.ts'
import { info } from './servers/wire-frames.ts'

const fileName = 'dev.tocsin.Tocsin.desktop'

test('a hidden start opens no window, and everything else works', async ({ start, server, needs }) => {
  needs('desktop')
  const app = await start({ source: server.url, flags: ['--hidden'] })
  await expect.poll(() => server.connectionCount).toBe(1)
  server.send(info({ title: 'While nobody looked' }))
  await expect.poll(() => app.desktop?.badge()).toBe(1)
  expect(app.windowCount()).toBe(0)
  await app.openWindow()
  await expect(app.screen.row('info', 'While nobody looked')).toBeAttached()
  await app.screen.markAsRead(app.screen.row('info', 'While nobody looked'))
  await expect.poll(() => app.desktop?.badge()).toBe(0)
})

test('the setting writes the file, which starts Tocsin hidden on these very data', async ({
  start,
  server,
  dataDir,
  needs,
}) => {
  needs('autostart-file')
  const file = join(dataDir, 'config', 'autostart', fileName)
  const environment = { XDG_CONFIG_HOME: join(dataDir, 'config') }
  const app = await start({ source: server.url, environment })
  const settings = await app.screen.openSettings()
  const toggle = settings.getByRole('switch', { name: 'Start when you log in' })
  await toggle.click()
  await expect.poll(() => readFile(file, 'utf8').catch(() => '')).toContain('[Desktop Entry]')
  const text = await readFile(file, 'utf8')
  expect(text).toMatch(new RegExp(`^Exec="${process.execPath}" .* "--data-dir=${dataDir}" "--hidden"$`, 'm'))
  await app.stop()

  // A program that was moved is found again by the next start.
  await writeFile(file, text.replace(/^Exec=.*$/m, 'Exec="/opt/old/tocsin" "--hidden"'))
  const moved = await start({ source: server.url, environment })
  expect(await readFile(file, 'utf8')).toBe(text)
  await moved.stop()

  // What was switched off in the desktop's own settings is off, and said to be.
  await rm(file)
  const removed = await start({ source: server.url, environment })
  await removed.screen.show('Connection')
  await expect(removed.screen.activity).toContainText('no longer starts when you log in')
  const again = await removed.screen.openSettings()
  await expect(again.getByRole('switch', { name: 'Start when you log in' })).not.toBeChecked()
})

test('a folder that cannot be written is told, and the switch goes back', async ({
  start,
  server,
  dataDir,
  needs,
}) => {
  needs('autostart-file')
  await mkdir(join(dataDir, 'config'))
  await writeFile(join(dataDir, 'config', 'autostart'), 'a file where a folder should be')
  const app = await start({ source: server.url, environment: { XDG_CONFIG_HOME: join(dataDir, 'config') } })
  const settings = await app.screen.openSettings()
  const toggle = settings.getByRole('switch', { name: 'Start when you log in' })
  await toggle.click()
  await expect(toggle).not.toBeChecked()
})
