/**
 * Bursts: the first three of five seconds are shown alone, what follows is counted in one digest, until five seconds
 * have passed without anything to count. Errors are judged among errors only, so that no flood of others buries one.
 * Pure.
 */

export const burstWindowMs = 5_000
export const aloneLimit = 3

type Lane = {
  /** When the last ones were shown alone, oldest first, at most `aloneLimit`; in the time of a clock that never jumps. */
  readonly aloneAt: readonly number[]
  /** When one was last counted in the digest. */
  readonly digestAt: number | null
}

export type Burst = { readonly errors: Lane; readonly others: Lane }

const fresh: Lane = { aloneAt: [], digestAt: null }
export const noBurst: Burst = { errors: fresh, others: fresh }

/** @param now milliseconds, of a clock that never jumps */
export function placeInBurst(
  burst: Burst,
  isError: boolean,
  now: number,
): { readonly burst: Burst; readonly isAlone: boolean } {
  const isAlone = isAloneIn(isError ? burst.errors : burst.others, now)
  const note = (lane: Lane): Lane => (isAlone ? shownAlone(lane, now) : { ...lane, digestAt: now })
  if (!isError) return { isAlone, burst: { ...burst, others: note(burst.others) } }
  // An error on the screen is one toast more for the others too; one in the digest does not keep them out.
  const others = isAlone ? shownAlone(burst.others, now) : burst.others
  return { isAlone, burst: { errors: note(burst.errors), others } }
}

function isAloneIn({ aloneAt, digestAt }: Lane, now: number): boolean {
  if (digestAt !== null && now - digestAt < burstWindowMs) return false
  return aloneAt.filter((at) => now - at < burstWindowMs).length < aloneLimit
}

const shownAlone = (lane: Lane, now: number): Lane => ({
  ...lane,
  aloneAt: [...lane.aloneAt, now].slice(-aloneLimit),
})
