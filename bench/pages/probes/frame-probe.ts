/** Watches a page's frames, tasks and renders, and scrolls its list. Runs before the page's own code. */
import type { FrameReport, ScrollOrder } from '../../support/frame-report.ts'

type FrameProbe = {
  start(): void
  stop(): FrameReport
  /** Scrolls by the same distance in each frame. @returns the place in the history that it came to */
  scroll(order: ScrollOrder): Promise<number>
}

declare global {
  var benchFrames: FrameProbe
}

let intervalsMs: number[] = []
let longTasksMs: number[] = []
let rendersByFrame = new Map<number, number>()
let blankCount = 0
let lastFrameAt: number | null = null
let isWatching = false

const renders = new MutationObserver(() => {
  const frame = Number(document.timeline.currentTime)
  rendersByFrame.set(frame, (rendersByFrame.get(frame) ?? 0) + 1)
})

const tasks = new PerformanceObserver((list) => {
  for (const { duration } of list.getEntries()) longTasksMs.push(duration)
})
tasks.observe({ type: 'longtask' })

const afterPaint = new MessageChannel()
afterPaint.port1.onmessage = () => {
  const list = document.querySelector('[role="feed"]')
  if (list === null) return
  const { left, top, width, height } = list.getBoundingClientRect()
  const middle = document.elementFromPoint(left + width / 2, top + height / 2)
  if (middle?.closest('article') == null) blankCount += 1
}

function watch(frameAt: number): void {
  if (!isWatching) return
  if (lastFrameAt !== null) intervalsMs.push(frameAt - lastFrameAt)
  lastFrameAt = frameAt
  afterPaint.port2.postMessage(null)
  requestAnimationFrame(watch)
}

function findScroller(): Element {
  let element = document.querySelector('[role="feed"]')
  while (element !== null && element.scrollHeight <= element.clientHeight) element = element.parentElement
  if (element === null) throw new Error('There is no list here that can be scrolled.')
  return element
}

/** The places in the history of the rows that are in the page; none without rows. */
function positions(): number[] {
  const rows = [...document.querySelectorAll('[role="feed"] article')]
  return rows.map((row) => Number(row.getAttribute('aria-posinset')))
}

globalThis.benchFrames = {
  start() {
    intervalsMs = []
    longTasksMs = []
    rendersByFrame = new Map()
    blankCount = 0
    lastFrameAt = null
    isWatching = true
    const list = document.querySelector('[role="feed"]')
    if (list !== null) renders.observe(list, { subtree: true, childList: true, characterData: true })
    requestAnimationFrame(watch)
  },
  stop() {
    isWatching = false
    renders.disconnect()
    for (const { duration } of tasks.takeRecords()) longTasksMs.push(duration)
    const counts = [...rendersByFrame.values()]
    return {
      ...{ intervalsMs, longTasksMs, blankCount },
      renderCount: counts.reduce((sum, count) => sum + count, 0),
      mostRendersInAFrame: Math.max(0, ...counts),
    }
  },
  scroll({ pxPerFrame, untilPosition, atMostMs }) {
    const scroller = findScroller()
    const endsAt = performance.now() + atMostMs
    // Upwards, a list may have let the rows above go: its top is then not the history's.
    const farthest = (): number => (pxPerFrame < 0 ? Math.min(...positions()) : Math.max(...positions()))
    const isThere = (): boolean =>
      pxPerFrame < 0 ? farthest() <= untilPosition && scroller.scrollTop <= 0 : farthest() >= untilPosition
    return new Promise((resolve) => {
      const step = (): void => {
        if (isThere() || performance.now() > endsAt) {
          resolve(farthest())
          return
        }
        scroller.scrollTop += pxPerFrame
        requestAnimationFrame(step)
      }
      requestAnimationFrame(step)
    })
  },
}
