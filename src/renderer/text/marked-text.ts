/** Text on one line in which some parts are marked: `displayLine`, carried through with the ranges. Pure. */
import type { Range } from '../../contract/search.ts'
import { displayLine, displayText } from './display-text.ts'

export type TextPart = { readonly text: string; readonly isMarked: boolean }

/**
 * @param ranges of UTF-16 code units in `text`; those that are out of place are put right, none is believed
 * @returns parts that together are what `displayLine(text, fallback)` gives
 */
export function markLine(text: string, ranges: readonly Range[], fallback = ''): readonly TextPart[] {
  const line = displayLine(text)
  if (line === '') return fallback === '' ? [] : [{ text: fallback, isMarked: false }]
  if (ranges.length === 0) return [{ text: line, isMarked: false }]
  const parts: TextPart[] = []
  let isAfterSpace = true
  for (const piece of cut(text.toWellFormed(), ranges)) {
    const shown = displayText(piece.text).replace(/\s+/g, ' ')
    const added: string = isAfterSpace ? shown.replace(/^ /, '') : shown
    if (added === '') continue
    parts.push({ ...piece, text: added })
    isAfterSpace = added.endsWith(' ')
  }
  return withoutEndSpace(parts)
}

/** The text in pieces, each in a range or between two. */
function cut(text: string, ranges: readonly Range[]): readonly TextPart[] {
  const pieces: TextPart[] = []
  let done = 0
  for (const range of ranges) {
    const start = Math.max(done, wholeAt(text, range.start))
    const end = Math.max(start, wholeAt(text, range.end))
    pieces.push(
      { text: text.slice(done, start), isMarked: false },
      { text: text.slice(start, end), isMarked: true },
    )
    done = end
  }
  return [...pieces, { text: text.slice(done), isMarked: false }]
}

/** The same place, or the one before where it would tear a surrogate pair or a CR LF apart. */
function wholeAt(text: string, index: number): number {
  const at = Math.min(text.length, Math.max(0, Math.trunc(index)))
  const isTorn = /^[\ud800-\udbff][\udc00-\udfff]$|^\r\n$/.test(text.slice(at - 1, at + 1))
  return at > 0 && isTorn ? at - 1 : at
}

function withoutEndSpace(parts: TextPart[]): readonly TextPart[] {
  const last = parts.at(-1)
  if (last === undefined || !last.text.endsWith(' ')) return parts
  const text = last.text.slice(0, -1)
  return text === '' ? parts.slice(0, -1) : [...parts.slice(0, -1), { ...last, text }]
}

/** How far into a text a first mark may stand before the text is shown from there. */
const marksWithin = 110
const leadLength = 40

/** The parts from shortly before the first mark, where that is so far in that the lines shown would not reach it. */
export function excerpt(parts: readonly TextPart[]): readonly TextPart[] {
  const first = parts.findIndex((part) => part.isMarked)
  const lead = parts[first - 1]
  const offset = parts.slice(0, Math.max(0, first)).reduce((sum, part) => sum + part.text.length, 0)
  if (first < 1 || lead === undefined || offset <= marksWithin) return parts
  const tail = lead.text.slice(-leadLength)
  const wordStart = tail.length === lead.text.length ? 0 : tail.indexOf(' ') + 1
  const text = `…${tail.slice(wordStart).toWellFormed()}`
  return [{ text, isMarked: false }, ...parts.slice(first)]
}
