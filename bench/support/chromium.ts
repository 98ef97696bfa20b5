/** A headless Chromium for the benchmarks: the one that runs the e2e specs, no GPU, everything else as it comes. */
import { type Browser, type BrowserContext, chromium } from '@playwright/test'
import { findChromium } from '../../e2e/find-chromium.ts'
import type { ServedPage } from './served-page.ts'

export async function launchChromium(): Promise<Browser> {
  const { executablePath, env } = await findChromium()
  const quiet = [
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
  ]
  return chromium.launch({
    executablePath,
    env: { ...process.env, ...env },
    args: ['--no-sandbox', '--disable-gpu', ...quiet],
  })
}

/** @param probe a script that each page runs before its own code */
export async function newContext(browser: Browser, page: ServedPage, probe: string): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  await page.admit(context)
  await context.addInitScript({ content: probe })
  return context
}
