/** The window in its other languages, and from right to left: whole, in its place, and nothing left in English. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { axeFindings } from './axe-findings.ts'
import { type StartedApp, test } from './fixtures.ts'
import { oneHost } from './one-host.ts'
import { error, info, warning } from './servers/wire-frames.ts'

/** The ways to the window's screens by keys, which are the same in every language. */
const screens: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  list: async () => {},
  detail: async (page) => page.keyboard.press('j').then(() => page.keyboard.press('Enter')),
  connection: (page) => goTo(page, 'c'),
  statistics: (page) => goTo(page, 's'),
  settings: (page) => goTo(page, ','),
  palette: (page) => page.keyboard.press('ControlOrMeta+k'),
  keys: (page) => page.keyboard.press('?'),
}

async function goTo(page: Page, letter: string): Promise<void> {
  await page.keyboard.press('g')
  await page.keyboard.press(letter)
}

/** Calls `look` on each screen, and goes back to the list from it. */
async function visit(page: Page, look: (screen: string) => Promise<void>): Promise<void> {
  for (const [name, go] of Object.entries(screens)) {
    await go(page)
    const isDialog = ['settings', 'palette', 'keys'].includes(name)
    if (isDialog) await expect(page.locator('dialog[open]')).toBeVisible()
    await test.step(name, () => look(name))
    if (isDialog || name === 'detail') await page.keyboard.press('Escape')
    if (isDialog) await expect(page.locator('dialog[open]')).toBeHidden()
  }
}

/** What reaches beyond the window to a side, which nobody could scroll to. */
const overflowing = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement
    return scrollWidth <= clientWidth ? [] : [`${scrollWidth} of ${clientWidth} px`]
  })

async function fill({ screen }: StartedApp, send: (frame: object) => void): Promise<void> {
  await expect(screen.page.getByRole('status').first()).toHaveAttribute('data-tone', 'good')
  for (const frame of [info, warning, error].map((make, index) =>
    make({ title: '7', message: '7', id: `n${index}` }),
  ))
    send(frame)
  await expect(screen.page.getByRole('article')).toHaveCount(3)
}

for (const [language, heading, word] of [
  ['de', 'Einstellungen', 'Verbunden'],
  ['zh', '设置', '已连接'],
] as const) {
  test(
    `in ${language} every screen is whole, and axe finds nothing`,
    oneHost,
    async ({ start, server, dataDir }) => {
      await writeFile(join(dataDir, 'config.json'), JSON.stringify({ isWelcomed: true, language }))
      const app = await start({ source: server.url })
      const { page } = app.screen
      await page.setViewportSize(
        language === 'de' ? { width: 1_280, height: 800 } : { width: 400, height: 800 },
      )
      await fill(app, server.send)
      await expect(page.locator('html')).toHaveAttribute('lang', new RegExp(`^${language}`))
      await expect(page.getByRole('status').first()).toContainText(word)
      await visit(page, async (screen) => {
        expect(await overflowing(page), screen).toEqual([])
        expect(await axeFindings(page), screen).toEqual([])
        if (screen === 'settings') await expect(page.getByRole('dialog', { name: heading })).toBeVisible()
      })
    },
  )
}

test('the language is chosen in the settings, and spoken at once, by the engine too', async ({
  start,
  server,
}) => {
  const { screen } = await start({ source: server.url })
  await screen.expectConnection('Connected')
  const settings = await screen.openSettings()
  await settings.getByText('Deutsch', { exact: true }).click()
  await expect(screen.page.getByRole('dialog', { name: 'Einstellungen' })).toBeVisible()
  await screen.page.keyboard.press('Escape')
  server.hangUp(1012)
  await expect(screen.page.getByRole('region', { name: 'Hinweise' })).toContainText('Server')
  await expect(screen.page.getByRole('status').first()).toContainText(
    /Verbindet|Wird neu verbunden|Verbunden/,
  )
})

test(
  'from right to left nothing leaves the window, and every text is from the catalogue',
  oneHost,
  async ({ start, server }) => {
    const app = await start({ source: server.url })
    const { page } = app.screen
    // Before the page's own script: by then it has kept what is chosen.
    await page.addInitScript(() => localStorage.setItem('tocsin.language', 'ar-XB'))
    await page.reload()
    await page.setViewportSize({ width: 1_280, height: 800 })
    await fill(app, server.send)
    await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
    await visit(page, async (screen) => {
      expect(await overflowing(page), screen).toEqual([])
      expect(await axeFindings(page), screen).toEqual([])
      expect.soft(await strangeTexts(page), screen).toEqual([])
    })
  },
)

/** Words in sight that are in no brackets: not from the catalogue. What the server, the engine or the reader wrote aside. */
const strangeTexts = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const others =
      'bdi, code, pre, kbd, time, .app-name, .as-it-came, .story-toast, .story-reason, [role="log"], .figure-axis, .quiet-switch, .volume, .figure-table'
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const found = new Set<string>()
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const text = node.textContent?.trim() ?? ''
      const element = node.parentElement
      if (element === null || !/\p{L}{3}/u.test(text) || !element.checkVisibility()) continue
      if (!text.includes('⟦') && element.closest(others) === null) found.add(text)
    }
    return [...found]
  })
