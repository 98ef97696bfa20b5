/** The operators of the query language: their names, and what they make of a value. */
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
  /** A sentence part: what the value may be. */
  readonly values: string
  /** @returns null when the value is none of them */
  read(value: string): Term | null
}

type Choice = readonly (readonly [value: string, term: Term])[]

function choice(terms: Choice): Operator {
  const byValue = new Map(terms)
  const names = terms.map(([value]) => value)
  return {
    values: `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`,
    read: (value) => byValue.get(value.toLowerCase()) ?? null,
  }
}

const facet = (group: string, of: string): Term => ({ kind: 'facet', group, facet: of })

function moment(kind: 'from' | 'before'): Operator {
  return {
    values: 'a day such as 2026-01-31, or a time such as 2026-01-31T14:30',
    read(value) {
      const at = readLocalTime(value)
      return at === null ? null : { kind, at }
    },
  }
}

const code: Operator = {
  values: `a whole number from 0 to ${maxCode}`,
  read: (value) =>
    /^\d{1,5}$/.test(value) && Number(value) <= maxCode ? facet('code', codeFacet(Number(value))) : null,
}

const source: Operator = {
  values: 'a part of its address',
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
