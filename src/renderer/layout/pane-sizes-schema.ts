/** What is kept of the panes' widths. */
import Type, { type Static } from 'typebox'
import { type PaneName, paneLimits } from './pane-limits.ts'

const widthOf = (pane: PaneName) =>
  Type.Union([Type.Number({ minimum: paneLimits[pane].minPx, maximum: paneLimits[pane].maxPx }), Type.Null()])

export const PaneSizesSchema = Type.Object({
  /** Null until the reader has chosen one: then the stylesheet does. */
  sidebar: widthOf('sidebar'),
  panel: widthOf('panel'),
  isSidebarHidden: Type.Boolean(),
})
export type PaneSizes = Readonly<Static<typeof PaneSizesSchema>>
