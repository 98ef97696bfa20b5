/** Does the window keep up, and stay right, deep in 1,000,000 rows: PageDown held, the wheel through 20,000 rows, Home and
 * End? Against the bare virtualised page, all of whose 100,000 rows are in its memory. Wanted: no dropped frames, no blank
 * ones, and each row in its place. */
import { setTimeout as after } from 'node:timers/promises'
import { median, percentile } from './support/figures.ts'
import { million } from './support/million.ts'
import { openTwoLists } from './support/two-lists.ts'
import type { Watched, WatchedPage } from './support/watched-page.ts'
import { framesInWords, workInWords, workRatio } from './support/watched-words.ts'

/** As a keyboard repeats a key that is held. */
const repeatMs = 33
const holdMs = 8_000
const wheelRows = 20_000
/** Less than the list's height in a frame: each row is seen. */
const wheelPxPerSecond = 40_000
const wheelPx = 40_000
const wheelsAtMost = 60
const jumps = 10
const jumpAtMostMs = 5_000

const { ourPage, barePage, close } = await openTwoLists('deep')

/** The places of the rows in the page, from above. @throws where one is not in its place */
async function places({ tab }: WatchedPage): Promise<readonly number[]> {
  const found = (await tab.evaluate(`[...document.querySelectorAll('[role="feed"] article')]
    .filter((row) => row.getAttribute('aria-current') === null)
    .map((row) => [Number(row.getAttribute('aria-posinset')), row.getBoundingClientRect().top])`)) as [
    number,
    number,
  ][] // as the script has it
  for (const [at, [place, top]] of found.entries()) {
    const above = found[at - 1]
    if (above !== undefined && (place !== above[0] + 1 || top <= above[1]))
      throw new Error(`Row ${place} stands below row ${above[0]}, at ${top} and ${above[1]} px.`)
  }
  return found.map(([place]) => place)
}

const lastPlace = async (page: WatchedPage): Promise<number> => (await places(page)).at(-1) ?? 0

async function holdKey({ tab }: WatchedPage, key: string): Promise<void> {
  const until = performance.now() + holdMs
  while (performance.now() < until) {
    await tab.keyboard.down(key)
    await after(repeatMs)
  }
  await tab.keyboard.up(key)
}

async function turnWheel({ tab }: WatchedPage): Promise<void> {
  const session = await tab.context().newCDPSession(tab)
  await session.send('Input.synthesizeScrollGesture', {
    ...{ x: 400, y: 400, speed: wheelPxPerSecond, gestureSourceType: 'mouse', yDistance: -wheelPx },
  })
  await session.detach()
}

/** @returns how long until the row of this place had the focus and had been drawn, in milliseconds */
async function jump({ tab }: WatchedPage, key: string, place: number): Promise<number> {
  await tab.evaluate(`globalThis.benchJump = new Promise((resolve) => {
    addEventListener('keydown', ({ timeStamp }) => {
      const look = () => {
        const passedMs = performance.now() - timeStamp
        const isThere = Number(document.activeElement?.getAttribute('aria-posinset')) === ${place}
        if (isThere || passedMs > ${jumpAtMostMs}) requestAnimationFrame(() => resolve(isThere ? passedMs : null))
        else requestAnimationFrame(look)
      }
      look()
    }, { once: true, capture: true })
  })
  null`)
  await tab.keyboard.press(key)
  const passedMs = (await tab.evaluate('globalThis.benchJump')) as number | null // as the script has it
  if (passedMs === null) throw new Error(`Row ${place} did not come after ${key}.`)
  return passedMs
}

const perFrame = ({ frames }: Watched): number => frames.intervalsMs.length

function show(name: string, own: Watched, peer: Watched): void {
  for (const [who, run] of [
    ['window', own],
    ['bare page', peer],
  ] as const) {
    console.log(`${name}, ${who}: ${framesInWords([run.frames])}, ${run.frames.blankCount} blank`)
    console.log(`${name}, ${who}, a frame: ${workInWords([run], perFrame)}`)
  }
  console.log(`${name}: ratio of all tasks a frame ${workRatio('tasksMs', [own], [peer], perFrame)}\n`)
}

for (const { tab } of [ourPage, barePage]) await tab.mouse.click(500, 400)
const held = [
  await ourPage.watch(() => holdKey(ourPage, 'PageDown')),
  await barePage.watch(() => holdKey(barePage, 'PageDown')),
] as const
const reached = [await lastPlace(ourPage), await lastPlace(barePage)] as const
show('PageDown held', ...held)
console.log(`PageDown held for ${holdMs / 1000} s: row ${reached[0]}, bare page ${reached[1]}\n`)

const wheeled = [
  await ourPage.watch(async () => {
    for (let turn = 0; turn < wheelsAtMost && (await lastPlace(ourPage)) < wheelRows; turn++)
      await turnWheel(ourPage)
  }),
  await barePage.watch(async () => {
    for (let turn = 0; turn < 5; turn++) await turnWheel(barePage)
  }),
] as const
show('wheel', ...wheeled)
console.log(`wheel: row ${await lastPlace(ourPage)}\n`)

const jumped: number[] = []
await jump(ourPage, 'Home', 1)
const jumping = await ourPage.watch(async () => {
  for (let round = 0; round < jumps; round++) {
    jumped.push(await jump(ourPage, 'End', million), await jump(ourPage, 'Home', 1))
    await places(ourPage)
  }
})
console.log(
  `End and Home, ${jumped.length} times: ${median(jumped).toFixed(0)} ms, at most ${percentile(jumped, 1).toFixed(0)} ms; ${framesInWords([jumping.frames])}`,
)
await close()
