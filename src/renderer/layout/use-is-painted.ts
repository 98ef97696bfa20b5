/** Whether what was drawn first has been painted: what stands beside the list need not hold it up. */
import { useLayoutEffect, useState } from 'react'

export function useIsPainted(): boolean {
  // A window that is not seen is not painted.
  const [isPainted, setPainted] = useState(document.visibilityState === 'hidden')
  useLayoutEffect(() => {
    if (isPainted) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const frame = requestAnimationFrame(() => {
      // The frame is painted after its callbacks.
      timer = setTimeout(() => setPainted(true))
    })
    return () => {
      cancelAnimationFrame(frame)
      clearTimeout(timer)
    }
  }, [isPainted])
  return isPainted
}
