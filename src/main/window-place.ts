/** Where the window opens: its last place, checked against the displays that there are now. Pure. */

/** In the density-independent pixels of Electron, like everything here. */
export type Rectangle = {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** What of each display a window may use: neither panels nor docks. */
export type WorkAreas = { readonly primary: Rectangle; readonly all: readonly Rectangle[] }

/** Without `x` and `y` the desktop chooses the place. */
export type Place = {
  readonly width: number
  readonly height: number
  readonly x?: number
  readonly y?: number
}

export const leastWidth = 380
export const leastHeight = 480
const usual = { width: 1_120, height: 760 }

/** So much of the title bar must be on one display: by less, nobody gets hold of the window. */
const grip = { width: 120, height: 32 }

/** @param saved where it was when it was closed last; null before that */
export function fitPlace(saved: Rectangle | null, areas: WorkAreas): Place {
  if (saved === null) return cutToFit(usual, areas.primary)
  const wished = {
    ...saved,
    width: Math.max(saved.width, leastWidth),
    height: Math.max(saved.height, leastHeight),
  }
  if (areas.all.some((area) => canBeGripped(wished, area))) return wished
  const size = cutToFit(wished, areas.primary)
  return { ...size, ...centre(size, areas.primary) }
}

export function canBeGripped(window: Rectangle, area: Rectangle): boolean {
  const right = Math.min(window.x + window.width, area.x + area.width)
  const isWideEnough = right - Math.max(window.x, area.x) >= grip.width
  return isWideEnough && window.y >= area.y && window.y + grip.height <= area.y + area.height
}

const cutToFit = (size: Pick<Rectangle, 'width' | 'height'>, area: Rectangle) => ({
  width: Math.min(size.width, area.width),
  height: Math.min(size.height, area.height),
})

const centre = (size: Pick<Rectangle, 'width' | 'height'>, area: Rectangle) => ({
  x: area.x + Math.floor((area.width - size.width) / 2),
  y: area.y + Math.floor((area.height - size.height) / 2),
})
