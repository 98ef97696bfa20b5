/** Tells when arrivals must wait: while the list is scrolled down, and while a pointer moves over it. */
import { type RefObject, useEffect, useState } from 'react'

/** A pointer that rested so long is not about to press anything: rows may move again. */
const pointerRestMs = 1_200
const topMarginPx = 2

export type Holding = { readonly isScrolledDown: boolean; readonly isHolding: boolean }

export function useHolding(scroller: RefObject<HTMLElement | null>): Holding {
  const [isScrolledDown, setScrolledDown] = useState(false)
  const [isPointing, setPointing] = useState(false)

  useEffect(() => {
    const element = scroller.current
    if (element === null) return
    let rest: ReturnType<typeof setTimeout> | undefined
    const stopPointing = (): void => {
      clearTimeout(rest)
      setPointing(false)
    }
    const point = (): void => {
      clearTimeout(rest)
      rest = setTimeout(stopPointing, pointerRestMs)
      setPointing(true)
    }
    const follow = (): void => setScrolledDown(element.scrollTop > topMarginPx)
    element.addEventListener('scroll', follow, { passive: true })
    element.addEventListener('pointermove', point, { passive: true })
    element.addEventListener('pointerdown', point, { passive: true })
    element.addEventListener('pointerleave', stopPointing, { passive: true })
    return () => {
      clearTimeout(rest)
      element.removeEventListener('scroll', follow)
      element.removeEventListener('pointermove', point)
      element.removeEventListener('pointerdown', point)
      element.removeEventListener('pointerleave', stopPointing)
    }
  }, [scroller])

  return { isScrolledDown, isHolding: isScrolledDown || isPointing }
}
