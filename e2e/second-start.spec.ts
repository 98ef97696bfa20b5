/** A second start shows the window of the first one. */
import { expect } from '@playwright/test'
import { test } from './fixtures.ts'

test('a second start opens the window, and ends', async ({ start, host, dataDir, server, needs }) => {
  needs('second-start')
  const app = await start({ source: server.url })
  await app.screen.expectConnection('Connected')
  await app.closeWindow()

  const second = await host.startAgain({ dataDir, source: server.url })
  expect(second.exitCode).toBe(0)
  expect(second.lines.join('\n')).toContain('Tocsin is in the tray already')
  await expect.poll(() => app.windowCount()).toBe(1)
  await app.screen.expectConnection('Connected')

  await host.startAgain({ dataDir, source: server.url })
  await app.screen.expectConnection('Connected')
  expect(app.windowCount()).toBe(1)
  expect(server.connectionCount).toBe(1)
})
