/** Pictures of every screen for docs/screenshots/, from the built program in a real browser: `npm run screenshots`. */
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { type Browser, chromium } from '@playwright/test'
import { findChromium } from '../e2e/find-chromium.ts'
import { builtFiles } from '../e2e/program/paths.ts'
import { watchProgram } from '../e2e/program/running-program.ts'
import { startScriptedServer } from '../e2e/servers/scripted-server.ts'
import { buildIfStale } from './build-if-stale.ts'
import { fillFolder } from './screenshots/fill-folder.ts'
import type { SampleLanguage } from './screenshots/sample-events.ts'
import { type Screen, screens } from './screenshots/screens.ts'

const folder = resolve(import.meta.dirname, '..', 'docs', 'screenshots')
const sizes = { wide: { width: 1_440, height: 900 }, narrow: { width: 400, height: 800 } } as const
const schemes = ['light', 'dark'] as const
const languages: readonly SampleLanguage[] = ['en', 'zh']

type Look = {
  readonly language: SampleLanguage
  readonly scheme: (typeof schemes)[number]
  readonly size: keyof typeof sizes
}

/** Names on the command line picture those screens alone. */
const wanted = process.argv.slice(2)
const shown = screens.filter(({ name }) => wanted.length === 0 || wanted.includes(name))

await buildIfStale()
mkdirSync(folder, { recursive: true })
const { executablePath, env } = await findChromium()
const browser = await chromium.launch({
  ...{ executablePath, env: { ...process.env, ...env } },
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
})
for (const language of languages) {
  await withProgram(language, false, async (address) => {
    for (const screen of shown.filter(({ isFirstRun = false }) => !isFirstRun))
      await picture(screen, language, address)
  })
  const first = shown.filter(({ isFirstRun = false }) => isFirstRun)
  if (first.length === 0) continue
  await withProgram(language, true, async (address) => {
    for (const screen of first) await picture(screen, language, address)
  })
}
await browser.close()

async function picture(screen: Screen, language: SampleLanguage, address: string): Promise<void> {
  for (const scheme of schemes) {
    for (const size of Object.keys(sizes) as (keyof typeof sizes)[]) {
      await shoot(browser, screen, { language, scheme, size }, address)
    }
  }
}

async function shoot(from: Browser, screen: Screen, look: Look, address: string): Promise<void> {
  const { language, scheme, size } = look
  const context = await from.newContext({
    ...{
      viewport: sizes[size],
      colorScheme: scheme,
      reducedMotion: 'reduce',
      permissions: ['notifications'],
    },
    locale: language === 'zh' ? 'zh-CN' : 'en-GB',
  })
  const page = await context.newPage()
  await page.goto(address)
  await page.locator('[role="feed"] article').first().waitFor()
  await screen.go(page, language)
  await page.waitForLoadState('networkidle')
  await page.evaluate('document.fonts.ready')
  // Figures are read, and charts drawn, in their own time.
  await page.waitForTimeout(800)
  const file = `${screen.name}-${size}-${scheme}-${language}.png`
  await page.screenshot({ path: join(folder, file) })
  await context.close()
  console.log(file)
}

async function withProgram(
  language: SampleLanguage,
  isFirstRun: boolean,
  run: (address: string) => Promise<void>,
): Promise<void> {
  const server = await startScriptedServer()
  const dataDir = mkdtempSync(join(tmpdir(), 'tocsin-screenshots-'))
  const settings = isFirstRun ? { isWelcomed: false } : { source: server.url }
  // What the engine says is to be in the language of the picture too.
  await fillFolder(dataDir, language, { language, ...settings }, Date.now())
  const args = [builtFiles.command, '--host', 'browser', '--no-open', '--port', '0', '--data-dir', dataDir]
  const program = watchProgram(spawn(process.execPath, args))
  try {
    const line = await program.lineWith('Tocsin is at ')
    await run(line.slice(line.indexOf('http')))
  } finally {
    await program.stop()
    await server.die()
    rmSync(dataDir, { recursive: true, force: true })
  }
}
