/** What axe finds wrong in the window's states: nothing. */
import { expect } from '@playwright/test'
import { axeFindings } from './axe-findings.ts'
import { test } from './fixtures.ts'
import { oneHost } from './one-host.ts'
import { error, info } from './servers/wire-frames.ts'

for (const colorScheme of ['light', 'dark'] as const) {
  for (const [layout, viewport] of [
    // With the sidebar, and without.
    ['wide', { width: colorScheme === 'light' ? 1_280 : 1_120, height: 760 }],
    ['narrow', { width: 400, height: 700 }],
  ] as const) {
    // Every host shows each layout and each theme once; all four pairs are for one.
    const isForAll = (layout === 'wide') === (colorScheme === 'light')
    test(`${layout}, ${colorScheme}`, isForAll ? {} : oneHost, async ({ start, server }) => {
      const { screen } = await start({ source: server.url })
      const { page } = screen
      await page.setViewportSize(viewport)
      await page.emulateMedia({ colorScheme })
      await screen.expectConnection('Connected')
      server.send(info({ title: 'Deployed', id: 'n1' }))
      server.send(error({ title: 'Something broke', id: 'n2' }))
      await expect(screen.rows).toHaveCount(2)
      expect(await axeFindings(screen.page), 'the list').toEqual([])
      await page.emulateMedia({ colorScheme, contrast: 'more' })
      await expect(page.locator('html')).toHaveAttribute('data-theme', 'high-contrast')
      const enhanced = { 'color-contrast-enhanced': { enabled: true } }
      expect(await axeFindings(screen.page, enhanced), 'the list in high contrast').toEqual([])
      await page.emulateMedia({ colorScheme, contrast: 'no-preference' })

      await screen.searchBox.fill('type:')
      await expect(page.getByRole('option', { name: 'error' })).toBeVisible()
      expect(await axeFindings(screen.page), 'the completions').toEqual([])
      await screen.searchBox.fill('')

      await screen.show('Statistics')
      await expect(page.getByRole('img', { name: /^Notifications by minute/ })).toBeVisible()
      expect(await axeFindings(screen.page), 'the statistics').toEqual([])
      await screen.show('Connection')
      await page.getByRole('button', { name: 'Run diagnosis' }).click()
      await expect(page.getByRole('button', { name: 'Run again' })).toBeVisible()
      expect(await axeFindings(screen.page), 'the connection').toEqual([])
      if (layout === 'narrow') await screen.show('Notifications')

      await screen.choose('Do not disturb', 'For 1 hour')
      await expect(screen.notices).toContainText('Do not disturb until')
      await screen.button('Do not disturb').click()
      await expect(page.getByRole('menuitem', { name: 'Turn off' })).toBeFocused()
      expect(await axeFindings(screen.page), 'the menu').toEqual([])
      await page.keyboard.press('Escape')

      await screen.open(screen.row('error', 'Something broke'))
      await screen.choose('Snooze', 'For 10 minutes')
      await expect(screen.detail).toContainText('Comes back')
      expect(await axeFindings(screen.page), 'a snoozed notification').toEqual([])
      await page.keyboard.press('Escape')

      await page.keyboard.press('x')
      await expect(page.getByRole('group', { name: 'Selected notifications' })).toBeVisible()
      expect(await axeFindings(screen.page), 'what is picked').toEqual([])
      await page.keyboard.press('Control+K')
      await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused()
      expect(await axeFindings(screen.page), 'the palette').toEqual([])
      await page.keyboard.press('Escape')
      await page.keyboard.press('?')
      await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()
      expect(await axeFindings(screen.page), 'the list of keys').toEqual([])
      await page.keyboard.press('Escape')
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
      expect(await axeFindings(screen.page), 'the settings').toEqual([])
    })
  }
}
