/** Says in words and ratios what was watched in a page. */
import { median, percentile } from './figures.ts'
import type { FrameReport } from './frame-report.ts'
import type { Watched, Work } from './watched-page.ts'

const frameMs = 1000 / 60
/** Frame times are multiples of a frame's length, but for rounding. */
const isInTime = (intervalMs: number): boolean => intervalMs < frameMs * 1.5

/** `99.2 % of 812 frames in time, 7 dropped, p99 16.7 ms, no task of more than 50 ms` */
export function framesInWords(reports: readonly FrameReport[]): string {
  const intervals = reports.flatMap(({ intervalsMs }) => intervalsMs)
  const inTime = (intervals.filter(isInTime).length / intervals.length) * 100
  const dropped = intervals.reduce(
    (sum, interval) => sum + Math.max(0, Math.round(interval / frameMs) - 1),
    0,
  )
  const longTasks = reports.flatMap(({ longTasksMs }) => longTasksMs)
  const tasks =
    longTasks.length === 0
      ? 'no task'
      : `${longTasks.length} tasks (at most ${Math.max(...longTasks).toFixed(0)} ms)`
  return `${inTime.toFixed(1)} % of ${intervals.length} frames in time, ${dropped} dropped, p99 ${percentile(intervals, 0.99).toFixed(1)} ms, ${tasks} of more than 50 ms`
}

/** `script 21 µs, style 4 µs, layout 9 µs, all tasks 63 µs`: medians of the runs. */
export function workInWords(runs: readonly Watched[], per: (run: Watched) => number): string {
  const of = (kind: keyof Work): string =>
    `${median(runs.map((run) => (run.work[kind] / per(run)) * 1000)).toFixed(0)} µs`
  return `script ${of('scriptMs')}, style ${of('styleMs')}, layout ${of('layoutMs')}, all tasks ${of('tasksMs')}`
}

/** How much more of the main thread one took than the other: the ratio of the medians. */
export function workRatio(
  kind: keyof Work,
  own: readonly Watched[],
  peer: readonly Watched[],
  per: (run: Watched) => number,
): string {
  const of = (runs: readonly Watched[]): number => median(runs.map((run) => run.work[kind] / per(run)))
  return `${(of(own) / of(peer)).toFixed(2)} x`
}
