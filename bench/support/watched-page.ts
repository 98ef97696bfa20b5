/** A served page in a browser, with its frames and the work of its main thread watched. */
import type { Browser, Page } from '@playwright/test'
import { newContext } from './chromium.ts'
import type { FrameReport, ScrollOrder } from './frame-report.ts'
import { type PageMetrics, watchMetrics } from './page-metrics.ts'
import type { ServedPage } from './served-page.ts'

/** Of the main thread, in milliseconds. */
export type Work = Pick<PageMetrics, 'scriptMs' | 'styleMs' | 'layoutMs' | 'tasksMs'>
export type Watched = { readonly frames: FrameReport; readonly work: Work }

export type WatchedPage = {
  readonly tab: Page
  watch(job: () => Promise<unknown>): Promise<Watched>
  /** @returns the place in the history that it came to */
  scroll(order: ScrollOrder): Promise<number>
}

/** @param probe the built `frame-probe` */
export async function openWatched(
  browser: Browser,
  page: ServedPage,
  probe: string,
  hash = '',
): Promise<WatchedPage> {
  const context = await newContext(browser, page, probe)
  const tab = await context.newPage()
  await tab.goto(`${page.url}${hash}`)
  const metrics = await watchMetrics(tab)
  return {
    tab,
    async watch(job) {
      const before = await metrics.read()
      await tab.evaluate('benchFrames.start()')
      await job()
      const frames = (await tab.evaluate('benchFrames.stop()')) as FrameReport // as the probe has it
      return { frames, work: difference(before, await metrics.read()) }
    },
    scroll: (order) => tab.evaluate(`benchFrames.scroll(${JSON.stringify(order)})`),
  }
}

const difference = (before: PageMetrics, after: PageMetrics): Work => ({
  scriptMs: after.scriptMs - before.scriptMs,
  styleMs: after.styleMs - before.styleMs,
  layoutMs: after.layoutMs - before.layoutMs,
  tasksMs: after.tasksMs - before.tasksMs,
})
