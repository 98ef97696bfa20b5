/** The operators and their values, each with what it means. The engine knows them by the same names. */
import type { I18n } from '../../i18n/create-i18n.ts'
import { notificationTypes, priorities } from '../../protocol/notification-type.ts'
import type { CompletionWord, CompletionWords } from './completion.ts'
import { dayOf } from './day-of.ts'

export const operatorNames = ['type', 'is', 'has', 'priority', 'code', 'source', 'before', 'after'] as const

type Known = {
  readonly nowMs: number
  /** Error codes that occur, the commonest first. */
  readonly codes: readonly number[]
  /** The address of the source; empty where there is none. */
  readonly sourceUrl: string
}

export function completionWords(i18n: I18n, known: Known): CompletionWords {
  const { t } = i18n
  const days = daysBefore(i18n, known.nowMs)
  const values: Readonly<Record<(typeof operatorNames)[number], readonly CompletionWord[]>> = {
    type: notificationTypes.map((word) => ({ word, help: t(`search.value.type.${word}`) })),
    is: (['unread', 'read', 'pinned'] as const).map((word) => ({ word, help: t(`search.value.is.${word}`) })),
    has: (['action', 'retry'] as const).map((word) => ({ word, help: t(`search.value.has.${word}`) })),
    priority: priorities.map((word) => ({ word, help: t(`search.value.priority.${word}`) })),
    code: known.codes.map((code) => ({ word: String(code), help: t('search.value.code') })),
    source: sourceWords(known.sourceUrl).map((word) => ({ word, help: t('search.value.source') })),
    before: days,
    after: days,
  }
  const byName = new Map<string, readonly CompletionWord[]>(Object.entries(values))
  return {
    operators: operatorNames.map((word) => ({ word, help: t(`search.operator.${word}`) })),
    valuesOf: (operator) => byName.get(operator) ?? [],
    isOpen: (operator) => operator === 'code' || operator === 'source',
  }
}

const proposedDays = [
  ['today', 0],
  ['yesterday', 1],
  ['week-ago', 7],
  ['month-ago', 30],
] as const

function daysBefore({ t }: I18n, nowMs: number): readonly CompletionWord[] {
  return proposedDays.map(([name, days]) => {
    const at = new Date(nowMs)
    // By the calendar: a day may have 23 hours.
    at.setDate(at.getDate() - days)
    const help = t(`search.day.${name}`)
    return { word: dayOf(at.getTime()), help, alias: help }
  })
}

/** The host alone: a query ends at a space, and the rest of an address says little. */
function sourceWords(url: string): readonly string[] {
  const host = URL.parse(url)?.host
  return host === undefined || host === '' ? [] : [host]
}

/** How many codes are worth proposing. */
const codeLimit = 8

/** @returns the commonest first */
export function commonCodes(rows: readonly { readonly errorCode: number | null }[]): readonly number[] {
  const counts = new Map<number, number>()
  for (const { errorCode } of rows)
    if (errorCode !== null) counts.set(errorCode, (counts.get(errorCode) ?? 0) + 1)
  return [...counts]
    .toSorted(([, one], [, other]) => other - one)
    .slice(0, codeLimit)
    .map(([code]) => code)
}
