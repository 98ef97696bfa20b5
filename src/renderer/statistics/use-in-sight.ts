/** Whether an element can be seen: within its scrollers, in a page that is not hidden. */
import { type RefObject, useEffect, useState } from 'react'

export function useInSight(element: RefObject<Element | null>): boolean {
  const [isInSight, setInSight] = useState(false)
  useEffect(() => {
    const watched = element.current
    if (watched === null) return
    let isIntersecting = false
    const tell = (): void => setInSight(isIntersecting && document.visibilityState === 'visible')
    const observer = new IntersectionObserver((entries) => {
      isIntersecting = entries.at(-1)?.isIntersecting ?? false
      tell()
    })
    observer.observe(watched)
    document.addEventListener('visibilitychange', tell)
    return () => {
      observer.disconnect()
      document.removeEventListener('visibilitychange', tell)
    }
  }, [element])
  return isInSight
}

/** Whether it has been seen at all: once true, it stays so. */
export function useWasInSight(element: RefObject<Element | null>): boolean {
  const isInSight = useInSight(element)
  const [was, setWas] = useState(false)
  if (isInSight && !was) setWas(true)
  return was
}
