/** Closing the window the first time says that Tocsin goes on; no quit ever waits for it. */
import { expect } from '@playwright/test'
import { test } from './fixtures.ts'

test('the first closing is explained, once for ever', async ({ start, server, needs }) => {
  needs('desktop')
  const app = await start({ source: server.url })
  await app.screen.expectConnection('Connected')
  await app.closeWindow()
  await expect.poll(() => app.desktop?.boxes().length).toBe(1)
  expect(app.desktop?.boxes()[0]).toMatchObject({
    message: 'Tocsin is still running',
    buttons: ['Keep running', 'Quit'],
  })
  await app.desktop?.answerBox('Keep running')
  await app.openWindow()
  await app.screen.expectConnection('Connected')
  await app.closeWindow()
  await app.stop()

  const again = await start({ source: server.url })
  await again.screen.expectConnection('Connected')
  await again.closeWindow()
  await again.openWindow()
  await again.screen.expectConnection('Connected')
  expect(again.desktop?.boxes()).toEqual([])
})

test('its Quit quits', async ({ start, server, needs }) => {
  needs('desktop')
  const app = await start({ source: server.url })
  await app.screen.expectConnection('Connected')
  await app.closeWindow()
  await expect.poll(() => app.desktop?.boxes().length).toBe(1)
  await app.desktop?.answerBox('Quit').catch(() => {})
  expect(await app.ended).toBe(0)
  await app.stop()
})

test('quitting with the window open asks nothing, and the next closing is the first', async ({
  start,
  server,
  needs,
}) => {
  needs('desktop')
  const app = await start({ source: server.url })
  await app.screen.expectConnection('Connected')
  await app.tray?.choose('Quit Tocsin').catch(() => {})
  expect(await app.ended).toBe(0)
  await app.stop()

  const again = await start({ source: server.url })
  await again.screen.expectConnection('Connected')
  await again.closeWindow()
  await expect.poll(() => again.desktop?.boxes().length).toBe(1)
  // A signal is no answer to the box, and waits for none.
  expect(await again.stop()).toBe(0)
})

test('the end of the session waits until everything is stored, and for nothing else', async ({
  start,
  server,
  needs,
}) => {
  needs('desktop')
  const app = await start({ source: server.url })
  await app.screen.expectConnection('Connected')
  await app.closeWindow()
  await expect.poll(() => app.desktop?.boxes().length).toBe(1)
  await app.desktop?.tellPower('shutdown').catch(() => {})
  expect(await app.ended).toBe(0)
  await app.stop()
})

test('where closing quits, nothing is explained', async ({ start, server, needs }) => {
  needs('desktop')
  const app = await start({ source: server.url })
  const settings = await app.screen.openSettings()
  await settings.getByRole('switch', { name: 'Keep running in the tray' }).click()
  await expect(settings.getByRole('switch', { name: 'Keep running in the tray' })).not.toBeChecked()
  await app.closeWindow()
  expect(await app.ended).toBe(0)
  expect(app.desktop?.boxes()).toEqual([])
  await app.stop()
})
