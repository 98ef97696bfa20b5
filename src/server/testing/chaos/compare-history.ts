/** Holds what a client has against what it must have. Decides only. */

export type Comparison = {
  readonly missing: number
  /** Stored more than once: how often too many. */
  readonly repeated: number
  /** Never published to this client. */
  readonly misdelivered: number
  /** Came after a later one of the same publisher. */
  readonly outOfOrder: number
}

/**
 * One publisher's messages to one client.
 * @param due in the order of publication, each once
 * @param had in the order of arrival
 */
export function compareHistory(due: readonly number[], had: readonly number[]): Comparison {
  const wanted = new Set(due)
  const seen = new Set<number>()
  let [repeated, misdelivered, outOfOrder] = [0, 0, 0]
  let highest = -1
  for (const number of had) {
    if (!wanted.has(number)) misdelivered += 1
    else if (seen.has(number)) repeated += 1
    else if (number < highest) outOfOrder += 1
    seen.add(number)
    highest = Math.max(highest, number)
  }
  return { missing: due.filter((number) => !seen.has(number)).length, repeated, misdelivered, outOfOrder }
}

export const addComparisons = (a: Comparison, b: Comparison): Comparison => ({
  missing: a.missing + b.missing,
  repeated: a.repeated + b.repeated,
  misdelivered: a.misdelivered + b.misdelivered,
  outOfOrder: a.outOfOrder + b.outOfOrder,
})

export const nothingWrong: Comparison = { missing: 0, repeated: 0, misdelivered: 0, outOfOrder: 0 }
