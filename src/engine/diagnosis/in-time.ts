/** Waits for work until its time is up, or until nobody wants it any more. */
import type { Clock } from '../../clock/clock.ts'

export type InTime<Value> =
  | { readonly kind: 'done'; readonly value: Value }
  | { readonly kind: 'late' }
  | { readonly kind: 'cancelled' }

/**
 * @param work its signal is aborted once nobody waits for it, also after it is done: it lets go of what it holds then
 * @throws what `work` throws in time; later it is nobody's business
 */
export async function inTime<Value>(
  clock: Pick<Clock, 'setTimer'>,
  limitMs: number,
  cancelled: AbortSignal,
  work: (signal: AbortSignal) => Promise<Value>,
): Promise<InTime<Value>> {
  if (cancelled.aborted) return { kind: 'cancelled' }
  const over = new AbortController()
  const { promise: ended, resolve: end } = Promise.withResolvers<InTime<Value>>()
  const cancel = (): void => end({ kind: 'cancelled' })
  cancelled.addEventListener('abort', cancel, { once: true })
  const timer = clock.setTimer(limitMs, () => end({ kind: 'late' }))
  try {
    return await Promise.race([work(over.signal).then((value) => ({ kind: 'done', value }) as const), ended])
  } finally {
    timer[Symbol.dispose]()
    cancelled.removeEventListener('abort', cancel)
    over.abort()
  }
}
