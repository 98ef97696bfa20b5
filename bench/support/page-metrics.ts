/** What Chromium counts for a page: time by kind of work, and what its memory holds. */
import type { CDPSession, Page } from '@playwright/test'

export type PageMetrics = {
  /** Milliseconds of the page's main thread since it was made; `tasks` holds all the others. */
  readonly scriptMs: number
  readonly styleMs: number
  readonly layoutMs: number
  readonly tasksMs: number
  readonly heapBytes: number
  readonly nodes: number
  readonly listeners: number
}

export type MetricsReader = {
  read(): Promise<PageMetrics>
  /** Leaves nothing in the heap that nobody holds. */
  collectGarbage(): Promise<void>
}

export async function watchMetrics(page: Page): Promise<MetricsReader> {
  const session: CDPSession = await page.context().newCDPSession(page)
  await session.send('Performance.enable')
  return {
    async read() {
      const { metrics } = await session.send('Performance.getMetrics')
      const counted = (name: string): number => metrics.find((metric) => metric.name === name)?.value ?? 0
      const inMs = (name: string): number => counted(name) * 1000
      return {
        scriptMs: inMs('ScriptDuration'),
        styleMs: inMs('RecalcStyleDuration'),
        layoutMs: inMs('LayoutDuration'),
        tasksMs: inMs('TaskDuration'),
        heapBytes: counted('JSHeapUsedSize'),
        nodes: counted('Nodes'),
        listeners: counted('JSEventListeners'),
      }
    },
    async collectGarbage() {
      // What the first run frees may let the second free more.
      for (let run = 0; run < 2; run++) await session.send('HeapProfiler.collectGarbage')
    },
  }
}
