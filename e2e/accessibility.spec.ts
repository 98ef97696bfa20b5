/** What axe finds wrong in the window's states: nothing. */
import { expect } from '@playwright/test'
import axe from 'axe-core'
import { test } from './fixtures.ts'
import { error, info } from './servers/wire-frames.ts'
import type { TocsinWindow } from './tocsin-window.ts'

/** Each as what it breaks, and where. */
async function findings({ page }: TocsinWindow): Promise<readonly string[]> {
  await page.evaluate(axe.source)
  // What is still being drawn, or on its way, has no colours of its own yet.
  await page.evaluate(async () => {
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))
    await Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => {})))
  })
  return page.evaluate(async () => {
    const { run } = Reflect.get(window, 'axe') as typeof axe // put there above
    const { violations } = await run(document)
    return violations.map(
      ({ id, nodes }) =>
        `${id}: ${nodes.map(({ target, any }) => `${target.join(' ')} (${any[0]?.message ?? ''})`).join(', ')}`,
    )
  })
}

for (const colorScheme of ['light', 'dark'] as const) {
  for (const [layout, viewport] of [
    ['wide', { width: 1_120, height: 760 }],
    ['narrow', { width: 400, height: 700 }],
  ] as const) {
    test(`${layout}, ${colorScheme}`, async ({ start, server }) => {
      const { screen } = await start({ source: server.url })
      const { page } = screen
      await page.setViewportSize(viewport)
      await page.emulateMedia({ colorScheme })
      await screen.expectConnection('Connected')
      server.send(info({ title: 'Deployed', id: 'n1' }))
      server.send(error({ title: 'Something broke', id: 'n2' }))
      await expect(screen.rows).toHaveCount(2)
      expect(await findings(screen), 'the list').toEqual([])

      await screen.choose('Do not disturb', 'For 1 hour')
      await expect(screen.notices).toContainText('Do not disturb until')
      await screen.button('Do not disturb').click()
      await expect(page.getByRole('menuitem', { name: 'Turn off' })).toBeFocused()
      expect(await findings(screen), 'the menu').toEqual([])
      await page.keyboard.press('Escape')

      await screen.open(screen.row('error', 'Something broke'))
      await screen.choose('Snooze', 'For 10 minutes')
      await expect(screen.detail).toContainText('Comes back')
      expect(await findings(screen), 'a snoozed notification').toEqual([])
      await page.keyboard.press('Escape')

      const settings = await screen.openSettings()
      await settings.getByRole('switch', { name: 'Monday' }).click()
      await settings.getByLabel('Monday from').fill('')
      await settings.getByLabel('Monday from').press('Enter')
      await expect(settings.getByRole('alert')).toContainText('needs a time')
      await settings.getByRole('button', { name: 'Send a test notification' }).click()
      await expect(
        settings.getByRole('region', { name: 'Toasts' }).getByRole('listitem').last(),
      ).toBeVisible()
      expect(await findings(screen), 'the settings').toEqual([])
    })
  }
}
