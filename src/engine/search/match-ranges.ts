/** Where the words of a query stand in a text, for highlighting: excluded words never do. */
import type { Range } from '../../contract/search.ts'
import { findTerm } from './find-term.ts'
import type { Query } from './query.ts'
import { mayHold, type Token, tokenise } from './tokenise.ts'

/** @returns whole tokens, in order, overlapping and touching ranges merged; UTF-16 code units of `text` */
export function matchRanges({ all }: Query, text: string): Range[] {
  const terms = all.filter((term) => mayHold(text, term.tokens[0] ?? ''))
  if (terms.length === 0) return []
  const tokens = tokenise(text)
  return merge(
    terms.flatMap((term) =>
      findTerm(term, tokens).map((place) => rangeAt(tokens, place, term.tokens.length)),
    ),
  )
}

const rangeAt = (tokens: readonly Token[], place: number, length: number): Range => ({
  start: tokens[place]?.start ?? 0,
  end: tokens[place + length - 1]?.end ?? 0,
})

function merge(ranges: readonly Range[]): Range[] {
  const merged: { start: number; end: number }[] = []
  for (const { start, end } of ranges.toSorted((a, b) => a.start - b.start)) {
    const last = merged.at(-1)
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end)
    else merged.push({ start, end })
  }
  return merged
}
