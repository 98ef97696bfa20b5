/** The window opens where it was, and never where nobody can reach it. */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { test } from './fixtures.ts'

const place = { x: 210, y: 120, width: 900, height: 650 }

test('the window opens where it was closed, also after a restart', async ({
  start,
  server,
  dataDir,
  needs,
}) => {
  needs('desktop')
  const app = await start({ source: server.url })
  expect(app.desktop?.place()?.bounds).toMatchObject({ width: 1_120, height: 760 })
  await app.desktop?.placeWindow(place)
  await app.closeWindow()
  await app.openWindow()
  expect(app.desktop?.place()?.bounds).toEqual(place)
  await app.desktop?.placeWindow({ ...place, x: 300 })
  await app.stop()

  const again = await start({ source: server.url })
  expect(again.desktop?.place()?.bounds).toEqual({ ...place, x: 300 })
  expect(JSON.parse(await readFile(join(dataDir, 'window.json'), 'utf8'))).toMatchObject({
    bounds: { ...place, x: 300 },
    isMaximized: false,
  })
})

test('a maximised window comes back maximised, and a display that is gone takes no window with it', async ({
  start,
  server,
  dataDir,
  needs,
}) => {
  needs('desktop')
  const lost = { bounds: { ...place, x: 5_000 }, isMaximized: true, hasExplainedClosing: true }
  await writeFile(join(dataDir, 'window.json'), JSON.stringify(lost))
  const app = await start({ source: server.url })
  await app.screen.expectConnection('Connected')
  // In the middle of what the one display has beside its panel.
  expect(app.desktop?.place()).toEqual({
    bounds: { x: 510, y: 231, width: 900, height: 650 },
    isMaximized: true,
  })
})

test('a file that cannot be understood does no harm', async ({ start, server, dataDir, needs }) => {
  needs('desktop')
  await writeFile(join(dataDir, 'window.json'), '{"bounds":{"x":"left"}')
  const app = await start({ source: server.url })
  await app.screen.expectConnection('Connected')
  expect(app.desktop?.place()?.bounds).toMatchObject({ width: 1_120, height: 760 })
})
