/** Where a term stands in tokens: the same rule for finding a row and for highlighting in it. */
import type { TextTerm } from './query.ts'
import type { Token } from './tokenise.ts'

/** @returns the places of the first tokens, in order; they may overlap */
export function findTerm({ tokens: wanted, isPrefix }: TextTerm, tokens: readonly Token[]): number[] {
  const places: number[] = []
  const last = wanted.length - 1
  for (let place = 0; place + last < tokens.length; place++) {
    const fits = wanted.every((text, offset) => {
      const found = tokens[place + offset]?.text ?? ''
      return isPrefix && offset === last ? found.startsWith(text) : found === text
    })
    if (fits) places.push(place)
  }
  return places
}
