/** Finds the operator that was meant by a name that is none. */
import { operators } from './operators.ts'

/**
 * Text such as `node:fs` is searched for as words, so a name counts as mistyped only where it is one edit away from an
 * operator, and long enough to be nothing else or with a value that the operator takes.
 * @param name in lower case
 */
export function nearMiss(name: string, value: string): string | null {
  for (const [known, operator] of operators) {
    if (!isOneEditAway(name, known)) continue
    if (known.length >= 5 || operator.read(value) !== null) return known
  }
  return null
}

/** One letter too many, missing, wrong, or two neighbours swapped. */
function isOneEditAway(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false
  let from = 0
  while (from < a.length && a[from] === b[from]) from += 1
  const [restA, restB] = [a.slice(from), b.slice(from)]
  return (
    restA.slice(1) === restB ||
    restA === restB.slice(1) ||
    restA.slice(1) === restB.slice(1) ||
    (restA.slice(0, 2) === restB.charAt(1) + restB.charAt(0) && restA.slice(2) === restB.slice(2))
  )
}
