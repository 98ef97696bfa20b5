/** Puts the focus into the search box; where that is only about to be drawn, as soon as it is there. */

/** The store tells of a change at the next frame, and what follows from it is drawn in that frame. */
const framesAtMost = 3

export function focusSearch(framesLeft = framesAtMost): void {
  const box = document.querySelector<HTMLInputElement>('.search-input')
  box?.focus()
  // Behind an open sheet it is there, and out of reach.
  if (box !== null && document.activeElement === box) box.select()
  else if (framesLeft > 0) requestAnimationFrame(() => focusSearch(framesLeft - 1))
}
