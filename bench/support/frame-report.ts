/** What a page's probe noted about its frames. */

export type FrameReport = {
  /** From one frame's time to the next, in milliseconds. */
  readonly intervalsMs: readonly number[]
  /** How long each task of more than 50 ms took. */
  readonly longTasksMs: readonly number[]
  /** How often the list was changed, and how often at most within one frame. */
  readonly renderCount: number
  readonly mostRendersInAFrame: number
  /** Frames that showed no row in the middle of the list. */
  readonly blankCount: number
}

/** What `scroll` of the probe is told. */
export type ScrollOrder = {
  /** Below 0: upwards. */
  readonly pxPerFrame: number
  /** Ends where a row of this place in the history is in the page. */
  readonly untilPosition: number
  readonly atMostMs: number
}
