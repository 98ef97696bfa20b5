/** Does the window keep up while 100,000 rows are scrolled through at full speed, down and up, with the scrollbar and with
 * the wheel? Against a bare virtualised page with the same rows, all of them in its memory. Wanted: no dropped frames. */
import { openTwoLists } from './support/two-lists.ts'
import type { Watched, WatchedPage } from './support/watched-page.ts'
import { framesInWords, workInWords, workRatio } from './support/watched-words.ts'

const rowCount = 100_000
/** More than the rows that are rendered at a time: each frame shows others. */
const pxPerFrame = 24_000
const atMostMs = 20_000
const wheelPx = 30_000
const wheelPxPerSecond = 12_000
const wheelRounds = 5

type Direction = 'down' | 'up'

const { ourPage, barePage, close } = await openTwoLists('scroll')

async function turnWheel({ tab }: WatchedPage, direction: Direction): Promise<void> {
  const session = await tab.context().newCDPSession(tab)
  await session.send('Input.synthesizeScrollGesture', {
    ...{ x: 400, y: 400, speed: wheelPxPerSecond, gestureSourceType: 'mouse' },
    // The content's way: up, where the reader goes down.
    yDistance: direction === 'down' ? -wheelPx : wheelPx,
  })
  await session.detach()
}

/** The window reads older rows as it goes down: how far it comes is a figure too. */
async function drag(who: string, page: WatchedPage, direction: Direction): Promise<Watched> {
  const [distance, untilPosition] = direction === 'down' ? [pxPerFrame, rowCount] : [-pxPerFrame, 1]
  const started = performance.now()
  let reached = 0
  const watched = await page.watch(async () => {
    reached = await page.scroll({ pxPerFrame: distance, untilPosition, atMostMs })
  })
  const seconds = (performance.now() - started) / 1000
  console.log(`scrollbar ${direction}, ${who}: came to row ${reached} in ${seconds.toFixed(1)} s`)
  return watched
}

const perFrame = ({ frames }: Watched): number => frames.intervalsMs.length

function show(name: string, own: readonly Watched[], peer: readonly Watched[]): void {
  for (const [who, runs] of [
    ['window', own],
    ['bare page', peer],
  ] as const) {
    const frames = runs.map((run) => run.frames)
    const blank = frames.reduce((sum, { blankCount }) => sum + blankCount, 0)
    console.log(`${name}, ${who}: ${framesInWords(frames)}, ${blank} blank`)
    console.log(`${name}, ${who}, a frame: ${workInWords(runs, perFrame)}`)
  }
  console.log(`${name}: ratio of all tasks a frame ${workRatio('tasksMs', own, peer, perFrame)}\n`)
}

async function wheel(): Promise<void> {
  const runs: Record<Direction, (readonly [Watched, Watched])[]> = { down: [], up: [] }
  for (let round = 0; round < wheelRounds; round++)
    for (const direction of ['down', 'up'] as const)
      runs[direction].push([
        await ourPage.watch(() => turnWheel(ourPage, direction)),
        await barePage.watch(() => turnWheel(barePage, direction)),
      ])
  for (const direction of ['down', 'up'] as const)
    show(
      `wheel ${direction}`,
      runs[direction].map(([own]) => own),
      runs[direction].map(([, peer]) => peer),
    )
}

async function scrollbar(): Promise<void> {
  for (const direction of ['down', 'up'] as const) {
    const own = await drag('window', ourPage, direction)
    const peer = await drag('bare page', barePage, direction)
    show(`scrollbar ${direction}`, [own], [peer])
  }
}

await wheel()
await scrollbar()
await close()
