/** How wide an element is drawn, kept true: what was chosen may not fit. */
import { useEffect, useState } from 'react'

/** @returns whole pixels; 0 until it is drawn */
export function useWidth(id: string): number {
  const [widthPx, setWidth] = useState(0)
  useEffect(() => {
    const element = document.getElementById(id)
    if (element === null) return
    // Told once it is drawn: to measure it now would lay the page out once more.
    const observer = new ResizeObserver(([entry]) => {
      setWidth(Math.round(entry?.borderBoxSize[0]?.inlineSize ?? 0))
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [id])
  return widthPx
}
