/** Tells the list how large it is, and whenever that changes. The library's own way lays the page out to know it at once. */
type Size = { readonly width: number; readonly height: number }

/** @returns its own removal; nothing where there is no list */
export function observeSize(
  { scrollElement }: { readonly scrollElement: Element | null },
  tell: (size: Size) => void,
): (() => void) | undefined {
  if (scrollElement === null) return
  const observer = new ResizeObserver(([entry]) => {
    const box = entry?.borderBoxSize[0]
    if (box !== undefined) tell({ width: Math.round(box.inlineSize), height: Math.round(box.blockSize) })
  })
  observer.observe(scrollElement, { box: 'border-box' })
  return () => observer.disconnect()
}
