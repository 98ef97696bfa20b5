/** The operators of the query language: their names, and what they make of a value. */
import { type Wording, worded } from '../../i18n/wording.ts'
import { notificationTypes, priorities } from '../../protocol/notification-type.ts'
import { actionFacet, codeFacet, maxCode, priorityFacet, retryFacet, typeFacet } from './facets.ts'
import { readLocalTime } from './local-time.ts'
import type { TextTerm } from './query.ts'

/** One thing that a part of a query asks for. */
export type Term =
  | { readonly kind: 'text'; readonly text: TextTerm }
  /** Facets of one group are alternatives. */
  | { readonly kind: 'facet'; readonly group: string; readonly facet: string }
  | { readonly kind: 'state'; readonly state: 'unread' | 'pinned'; readonly is: boolean }
  | { readonly kind: 'source'; readonly address: string }
  /** Milliseconds since the epoch. */
  | { readonly kind: 'from'; readonly at: number }
  | { readonly kind: 'before'; readonly at: number }

export type Operator = {
  /** A part of a sentence: what the value may be. */
  readonly values: Wording
  /** @returns null when the value is none of them */
  read(value: string): Term | null
}

type Choice = readonly (readonly [value: string, term: Term])[]

function choice(terms: Choice): Operator {
  const byValue = new Map(terms)
  return {
    values: oneOf(terms.map(([value]) => value)),
    read: (value) => byValue.get(value.toLowerCase()) ?? null,
  }
}

/** Two at least. @returns `a, b or c` */
function oneOf(names: readonly string[]): Wording {
  const [last = '', beforeLast = '', ...others] = names.toReversed()
  const first = others.reduce<Wording>(
    (rest, name) => worded('engine-search.values.and', { first: name, rest }),
    beforeLast,
  )
  return worded('engine-search.values.or', { first, last })
}

const facet = (group: string, of: string): Term => ({ kind: 'facet', group, facet: of })

function moment(kind: 'from' | 'before'): Operator {
  return {
    values: worded('engine-search.values.moment'),
    read(value) {
      const at = readLocalTime(value)
      return at === null ? null : { kind, at }
    },
  }
}

const code: Operator = {
  values: worded('engine-search.values.code', { max: maxCode }),
  read: (value) =>
    /^\d{1,5}$/.test(value) && Number(value) <= maxCode ? facet('code', codeFacet(Number(value))) : null,
}

const source: Operator = {
  values: worded('engine-search.values.source'),
  read: (value) => (value.trim() === '' ? null : { kind: 'source', address: value.trim().toLowerCase() }),
}

export const operators: ReadonlyMap<string, Operator> = new Map([
  ['type', choice(notificationTypes.map((type) => [type, facet('type', typeFacet(type))]))],
  [
    'is',
    choice([
      ['unread', { kind: 'state', state: 'unread', is: true }],
      ['read', { kind: 'state', state: 'unread', is: false }],
      ['pinned', { kind: 'state', state: 'pinned', is: true }],
    ]),
  ],
  [
    'has',
    choice([
      ['action', facet('action', actionFacet)],
      ['retry', facet('retry', retryFacet)],
    ]),
  ],
  ['code', code],
  ['priority', choice(priorities.map((each) => [each, facet('priority', priorityFacet(each))]))],
  ['source', source],
  ['before', moment('before')],
  ['after', moment('from')],
])
