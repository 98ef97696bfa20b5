/** Cuts a query into its parts: words, phrases and what may be operators. Not: what they mean. */

export type QueryPart = {
  /** UTF-16 code units of the query, half-open. */
  readonly start: number
  readonly end: number
  /** With a `-` before it. */
  readonly isNegative: boolean
  /** The name before a colon, in lower case, where there is one. */
  readonly name: string | null
  /** Without quotes; without the name of an operator. */
  readonly value: string
  /** The name, the colon and the value as words, were this no operator. */
  readonly text: string
  /** With a `*` at its end, which is not part of `value`. */
  readonly isPrefix: boolean
  /** False where a quote is open at the end of the query. */
  readonly isClosed: boolean
}

/** A part by itself: the dash, the name, what is in quotes with its stars, or what is not. */
const pattern = /(-(?=[^\s-]))?(?:(\p{L}+):(?!\/\/))?(?:"([^"]*)(?:("\**)|$)|([^\s"]+|))/gu

export function splitQuery(query: string): QueryPart[] {
  return [...query.matchAll(pattern)].filter(([part]) => part !== '').map(toPart)
}

function toPart(found: RegExpExecArray): QueryPart {
  const [part, dash, name, quoted, closing = '', bare = ''] = found
  const written = quoted === undefined ? bare : closing
  const isPrefix = written.endsWith('*')
  const value = quoted ?? bare.replace(/\*+$/, '')
  return {
    start: found.index,
    end: found.index + part.length,
    isNegative: dash !== undefined,
    name: name?.toLowerCase() ?? null,
    value,
    text: name === undefined ? value : `${name}:${value}`,
    isPrefix,
    isClosed: quoted === undefined || closing !== '',
  }
}
