/** Where a menu opens beside its button: below and to the right where it fits. Pure. */

type Rect = { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number }
type Size = { readonly width: number; readonly height: number }

export type MenuPlace = { readonly top: number; readonly left: number }

const gapPx = 4
const marginPx = 8

/** All in pixels of the page's visible part. */
export function placeMenu(button: Rect, menu: Size, page: Size): MenuPlace {
  const below = button.bottom + gapPx
  const above = button.top - gapPx - menu.height
  const fitsBelow = below + menu.height <= page.height - marginPx
  const left = button.left + menu.width <= page.width - marginPx ? button.left : button.right - menu.width
  return {
    top: Math.max(marginPx, fitsBelow || above < marginPx ? below : above),
    left: Math.max(marginPx, left),
  }
}
