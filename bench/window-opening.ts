/** How long from the start of the navigation until the window shows its list, with 1,000,000 stored rows, against an
 * empty React page? Interleaved, with a cold and a warm browser cache. Wanted: at most 1.5 x. And how large is it? */
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import type { BrowserContext } from '@playwright/test'
import { builtFiles } from '../e2e/program/paths.ts'
import { buildPage, buildProbe } from './support/built-page.ts'
import { showBundle } from './support/bundle-size.ts'
import { launchChromium, newContext } from './support/chromium.ts'
import { median, ms, spreadOf } from './support/figures.ts'
import { millionFolder } from './support/million.ts'
import type { Opening } from './support/opening.ts'
import { type ServedPage, servePeer, serveWindow } from './support/served-page.ts'
import { startSource } from './support/source.ts'
import { temporaryFolder } from './support/temporary-folder.ts'

const rounds = 20
const warmUps = 3

const work = temporaryFolder('opening')
cpSync(millionFolder(), work, { recursive: true })
const silent = await startSource({ count: 0, rate: 1 })
const window = await serveWindow(work, silent.url)
const empty = await servePeer('empty')
const probe = await buildProbe('opening-probe')
const browser = await launchChromium()

async function open(context: BrowserContext, { url }: ServedPage): Promise<Opening> {
  const tab = await context.newPage()
  await tab.goto(url)
  const opening = (await tab.evaluate('benchOpening')) as Opening // as the probe has it
  await tab.close()
  return opening
}

async function openCold(page: ServedPage): Promise<Opening> {
  const context = await newContext(browser, page, probe)
  const opening = await open(context, page)
  await context.close()
  return opening
}

async function compare(
  name: string,
  ours: () => Promise<Opening>,
  peer: () => Promise<Opening>,
): Promise<void> {
  const own: Opening[] = []
  const floor: Opening[] = []
  for (let round = 0; round < warmUps + rounds; round++) {
    const openings = [await ours(), await peer()] as const
    if (round < warmUps) continue
    own.push(openings[0])
    floor.push(openings[1])
  }
  const shown = (openings: readonly Opening[]): number[] => openings.map(({ shownMs }) => shownMs)
  const firstPaint = (openings: readonly Opening[]): string =>
    ms(median(openings.map(({ firstPaintMs }) => firstPaintMs)))
  console.log(`${name}: window ${spreadOf(shown(own))}, first paint ${firstPaint(own)}`)
  console.log(`${name}: empty page ${spreadOf(shown(floor))}, first paint ${firstPaint(floor)}`)
  console.log(
    `${name}: ratio ${(median(shown(own)) / median(shown(floor))).toFixed(2)} x (wanted: at most 1.5)\n`,
  )
}

await compare(
  'cold cache',
  () => openCold(window),
  () => openCold(empty),
)
const [windowContext, emptyContext] = [
  await newContext(browser, window, probe),
  await newContext(browser, empty, probe),
]
await compare(
  'warm cache',
  () => open(windowContext, window),
  () => open(emptyContext, empty),
)
await browser.close()
await Promise.all([window.stop(), empty.stop()])
silent.stop()

const peerFolder = await buildPage('empty')
showBundle('window', join(builtFiles.main, '..', '..', 'renderer'))
showBundle('empty page', peerFolder)
