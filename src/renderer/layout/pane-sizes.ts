/** How wide the panes beside the list are, and whether the sidebar is there at all. Pure. */
import { type PaneName, paneLimits } from './pane-limits.ts'
import type { PaneSizes } from './pane-sizes-schema.ts'

export const firstSizes: PaneSizes = { sidebar: null, panel: null, isSidebarHidden: false }

/** The width within the pane's limits, in whole pixels. */
export function withinLimits(pane: PaneName, widthPx: number): number {
  const { minPx, maxPx } = paneLimits[pane]
  return Math.round(Math.max(minPx, Math.min(maxPx, widthPx)))
}
