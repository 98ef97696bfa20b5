/**
 * Counts what each key takes within a window. By `rate-limiter-flexible`, in memory, which reads the machine's clock, has a
 * timer for each key it counts and no bound on their number: the bound is here.
 */
import type { RateLimiterRes } from 'rate-limiter-flexible'
import RateLimiterMemory from 'rate-limiter-flexible/lib/RateLimiterMemory.js'

/** How a key stands after it has taken one more. */
export type Standing = {
  readonly isOver: boolean
  readonly quota: number
  readonly remaining: number
  readonly windowSeconds: number
  /** Until the window ends, rounded up. */
  readonly resetSeconds: number
}

export type RateLimit = {
  take(key: string): Promise<Standing>
  /** How many keys are remembered. */
  readonly size: number
}

/** @param quota how many a key may take within a window */
export function createRateLimit(options: {
  readonly quota: number
  readonly windowSeconds: number
  readonly maxKeys: number
}): RateLimit {
  const { quota, windowSeconds, maxKeys } = options
  const limiter = new RateLimiterMemory({ points: quota, duration: windowSeconds, keyPrefix: '' })
  /** The one that has been quiet longest is the first. */
  const recent = new Set<string>()

  async function remember(key: string): Promise<void> {
    recent.delete(key)
    recent.add(key)
    if (recent.size <= maxKeys) return
    for (const oldest of recent) {
      recent.delete(oldest)
      await limiter.delete(oldest)
      return
    }
  }

  return {
    async take(key) {
      await remember(key)
      // Over the quota it rejects, with the same kind of value.
      const { remainingPoints, consumedPoints, msBeforeNext } = await limiter.consume(key).catch(asResult)
      return {
        isOver: consumedPoints > quota,
        quota,
        remaining: remainingPoints,
        windowSeconds,
        resetSeconds: Math.max(1, Math.ceil(msBeforeNext / 1000)),
      }
    },
    get size() {
      return recent.size
    },
  }
}

function asResult(reason: unknown): RateLimiterRes {
  if (reason instanceof Error) throw reason
  return reason as RateLimiterRes // As its documentation says: what is no error of its own is the result.
}
