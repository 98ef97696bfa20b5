/** Keys that open the window from any program. */
import { expect } from '@playwright/test'
import { test } from './fixtures.ts'

test('the keys of the setting open the window, and others are told of', async ({ start, server, needs }) => {
  needs('desktop')
  const app = await start({ source: server.url })
  await app.screen.expectConnection('Connected')
  const settings = await app.screen.openSettings()
  const field = settings.getByRole('textbox', { name: 'Global shortcut' })
  await field.fill('Ctrl+Alt+T')
  await field.press('Enter')
  // What is typed while the first is on its way is not lost.
  await field.fill('Ctrl+Alt+N')
  await field.press('Enter')
  await expect
    .poll(() =>
      app.desktop?.pressKeys('Ctrl+Alt+N').then(
        () => true,
        () => false,
      ),
    )
    .toBe(true)
  await app.closeWindow()
  await app.desktop?.pressKeys('Ctrl+Alt+N')
  await expect.poll(() => app.windowCount()).toBe(1)
  await app.screen.show('Connection')
  await expect(app.screen.activity).toContainText('Ctrl+Alt+T cannot be used: another program has it')
})
