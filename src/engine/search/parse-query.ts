/**
 * Reads a query as it was typed. Words must all be there; `"a phrase"`, `word*`, `-not`, and the operators of
 * operators.ts. Any text is a query or a problem: it never throws.
 */
import type { QueryProblem } from '../../contract/search.ts'
import { type Wording, worded } from '../../i18n/wording.ts'
import { gatherTerms, type SignedTerm } from './gather-terms.ts'
import { nearMiss } from './near-miss.ts'
import { type Operator, operators, type Term } from './operators.ts'
import type { Query } from './query.ts'
import { type QueryPart, splitQuery } from './query-part.ts'
import { tokenise } from './tokenise.ts'

/** A query problem before it is said. */
export type QueryMistake = Omit<QueryProblem, 'message'> & { readonly message: Wording }

export type ParsedQuery =
  | { readonly ok: true; readonly query: Query }
  | { readonly ok: false; readonly problem: QueryMistake }

type Read = { readonly ok: true; readonly term: Term } | { readonly ok: false; readonly sentence: Wording }

/** An empty query finds everything. */
export function parseQuery(text: string): ParsedQuery {
  const terms: SignedTerm[] = []
  for (const part of splitQuery(text)) {
    const read = readPart(part, text)
    if (!read.ok) {
      return { ok: false, problem: { message: read.sentence, start: part.start, end: part.end } }
    }
    terms.push({ term: read.term, isNegative: part.isNegative })
  }
  return { ok: true, query: gatherTerms(terms) }
}

function readPart(part: QueryPart, query: string): Read {
  const shown = cut(query.slice(part.start, part.end))
  if (!part.isClosed) return problem(worded('engine-search.open-quote', { part: shown }))
  const operator = part.name === null ? undefined : operators.get(part.name)
  if (part.name !== null && operator !== undefined) return readOperator(part, operator, shown)
  const meant = part.name === null ? null : nearMiss(part.name, part.value)
  if (meant !== null) {
    return problem(worded('engine-search.unknown-operator', { part: shown, meant }))
  }
  return readText(part, shown)
}

function readOperator({ name, value }: QueryPart, operator: Operator, shown: string): Read {
  const told = { part: shown, name: name ?? '', values: operator.values }
  if (value === '') return problem(worded('engine-search.no-value', told))
  const term = operator.read(value)
  return term === null ? problem(worded('engine-search.bad-value', told)) : { ok: true, term }
}

function readText({ text, isPrefix }: QueryPart, shown: string): Read {
  const tokens = tokenise(text)
  const last = tokens.at(-1)
  if (last === undefined) return problem(worded('engine-search.nothing', { part: shown }))
  // A star after punctuation goes on with a word that has not begun.
  const isOpen = isPrefix && last.end === text.length
  if (isOpen && /^[a-z0-9]$/.test(last.text)) {
    return problem(worded('engine-search.too-much', { part: shown }))
  }
  const words = tokens.map((token) => token.text)
  return { ok: true, term: { kind: 'text', text: { tokens: words, isPrefix: isOpen } } }
}

const problem = (sentence: Wording): Read => ({ ok: false, sentence })

/** As a sentence can hold it. */
const cut = (text: string): string => (text.length <= 60 ? text : `${text.slice(0, 59)}…`).toWellFormed()
