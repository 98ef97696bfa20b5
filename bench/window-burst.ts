/** What do 1,000 arrivals, 1,000 a second, cost the open window? Against a bare page to which the same frames go, which
 * prepends them once a frame and keeps a hundred. Wanted: at most one render a frame, no task of more than 50 ms. */
import { setTimeout as after } from 'node:timers/promises'
import { buildProbe } from './support/built-page.ts'
import { launchChromium } from './support/chromium.ts'
import { servePeer, serveWindow } from './support/served-page.ts'
import { type Source, startSource } from './support/source.ts'
import { temporaryFolder } from './support/temporary-folder.ts'
import { openWatched, type Watched, type WatchedPage } from './support/watched-page.ts'
import { framesInWords, workInWords, workRatio } from './support/watched-words.ts'

const count = 1_000
const rounds = 9
/** Code runs for the first time. */
const warmUps = 2
const burstMs = 1_000
const settleMs = 700

const work = temporaryFolder('burst')
const sending = { count, rate: 1_000, isPrompted: true } as const
const [source, peerSource] = [await startSource(sending), await startSource(sending)]
const window = await serveWindow(work, source.url)
const bare = await servePeer('newest-first', [peerSource.url])
const browser = await launchChromium()
const probe = await buildProbe('frame-probe')
const ourPage = await openWatched(browser, window, probe)
const barePage = await openWatched(browser, bare, probe, `#${peerSource.url}`)
await after(settleMs)

async function shownCount({ tab }: WatchedPage): Promise<number> {
  const size = await tab.evaluate(
    `document.querySelector('[role="feed"] article')?.getAttribute('aria-setsize')`,
  )
  return Number(size ?? 0)
}

async function burst(page: WatchedPage, from: Source): Promise<Watched> {
  const before = await shownCount(page)
  const watched = await page.watch(async () => {
    from.prompt()
    await after(burstMs + settleMs)
  })
  const arrived = (await shownCount(page)) - before
  if (arrived !== count)
    throw new Error(`${arrived} of ${count} arrived in time: measure on a quieter machine.`)
  return watched
}

const own: Watched[] = []
const peer: Watched[] = []
for (let round = 0; round < warmUps + rounds; round++) {
  const runs = [await burst(ourPage, source), await burst(barePage, peerSource)] as const
  if (round < warmUps) continue
  own.push(runs[0])
  peer.push(runs[1])
}
await browser.close()
await Promise.all([window.stop(), bare.stop()])
for (const each of [source, peerSource]) each.stop()

const perArrival = (): number => count
const frames = (runs: readonly Watched[]): Watched['frames'][] => runs.map((run) => run.frames)
const commits = own.map((run) => run.frames.renderCount)
const mostCommits = Math.max(...own.map((run) => run.frames.mostRendersInAFrame))
console.log(`window, an arrival: ${workInWords(own, perArrival)}`)
console.log(`bare page, an arrival: ${workInWords(peer, perArrival)}`)
console.log(
  `ratio of script: ${workRatio('scriptMs', own, peer, perArrival)}, of all tasks: ${workRatio('tasksMs', own, peer, perArrival)}`,
)
console.log(`window: ${framesInWords(frames(own))}`)
console.log(`bare page: ${framesInWords(frames(peer))}`)
console.log(
  `renders a burst: ${Math.min(...commits)} to ${Math.max(...commits)}, at most ${mostCommits} in one frame (wanted: 1)`,
)
