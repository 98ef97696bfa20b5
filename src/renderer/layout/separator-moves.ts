/** What moving a separator makes of the width of its pane. Pure. */
import type { I18n } from '../../i18n/create-i18n.ts'
import { type PaneName, paneLimits } from './pane-limits.ts'
import { withinLimits } from './pane-sizes.ts'

type Direction = I18n['direction']

const keyStepPx = 16

/** 1 where the pane grows as its separator goes right, -1 where it shrinks. */
const growth = (pane: PaneName, direction: Direction): 1 | -1 =>
  (pane === 'sidebar') === (direction === 'ltr') ? 1 : -1

export function widthByPointer(pane: PaneName, direction: Direction, widthPx: number, byPx: number): number {
  return withinLimits(pane, widthPx + byPx * growth(pane, direction))
}

/** @returns null for the width it has by itself; undefined for a key that moves nothing */
export function widthByKey(
  key: string,
  pane: PaneName,
  direction: Direction,
  widthPx: number,
): number | null | undefined {
  switch (key) {
    case 'ArrowLeft':
      return widthByPointer(pane, direction, widthPx, -keyStepPx)
    case 'ArrowRight':
      return widthByPointer(pane, direction, widthPx, keyStepPx)
    case 'Home':
      return paneLimits[pane].minPx
    case 'End':
      return paneLimits[pane].maxPx
    case 'Enter':
      return null
    default:
      return undefined
  }
}
