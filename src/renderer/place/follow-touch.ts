/** Whether the reader has done anything in this page yet. */

/** @returns asks */
export function followTouch(): () => boolean {
  const ending = new AbortController()
  const { signal } = ending
  const touch = (): void => ending.abort()
  for (const kind of ['pointerdown', 'keydown', 'wheel'])
    window.addEventListener(kind, touch, { capture: true, passive: true, signal })
  return () => signal.aborted
}
