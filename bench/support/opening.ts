/** When a page was there, in milliseconds since the navigation to it began. */
export type Opening = {
  /** The list, or the only element of an empty page, has been painted. */
  readonly shownMs: number
  /** Anything at all has been painted. */
  readonly firstPaintMs: number
}
