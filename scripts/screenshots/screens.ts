/** The screens that are pictured, and the way to each from a window that has just opened. */
import type { Page } from '@playwright/test'
import type { SampleLanguage } from './sample-events.ts'

export type Screen = {
  readonly name: string
  /** A window that was never opened before. */
  readonly isFirstRun?: boolean
  readonly go: (page: Page, language: SampleLanguage) => Promise<void>
}

const searches: Readonly<Record<SampleLanguage, string>> = { en: 'type:error build', zh: 'type:error 构建*' }

/** By keys where there are keys: their names are the same in every language. */
export const screens: readonly Screen[] = [
  { name: 'list', go: async () => {} },
  {
    name: 'detail',
    async go(page) {
      await page.keyboard.press('j')
      await page.keyboard.press('j')
      await page.keyboard.press('Enter')
    },
  },
  {
    name: 'search',
    go: (page, language) => page.locator('input[type="search"]').first().fill(searches[language]),
  },
  { name: 'statistics', go: async (page) => goTo(page, 's') },
  { name: 'connection', go: async (page) => goTo(page, 'c') },
  { name: 'settings', go: async (page) => goTo(page, ',') },
  { name: 'palette', go: async (page) => page.keyboard.press('ControlOrMeta+k') },
  { name: 'keys', go: async (page) => page.keyboard.press('?') },
  { name: 'welcome', isFirstRun: true, go: async () => {} },
]

async function goTo(page: Page, letter: string): Promise<void> {
  await page.keyboard.press('g')
  await page.keyboard.press(letter)
}
