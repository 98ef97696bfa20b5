/** Reads of the thread that nobody types for: counts, facets, the noise report. They give way to searches. */

import type { NoiseReport } from '../../contract/noise-report.ts'
import type { Facets, FoundCount } from '../../contract/search.ts'
import { worded } from '../../i18n/wording.ts'
import { parseQuery } from '../search/parse-query.ts'
import { BackgroundError } from './background-error.ts'
import type { AskKind, Asks } from './background-messages.ts'
import { createFoundCounts } from './found-counts.ts'
import type { Asked } from './pending-asks.ts'
import { createYieldingAsks, type YieldingAsks } from './yielding-asks.ts'

export type UnhurriedReads = {
  /** Null for a query that means nothing. */
  countFound(query: string): Promise<FoundCount>
  /** None for a query that means nothing. */
  facets(query: string): Promise<Facets>
  /** @param since milliseconds since the epoch */
  noiseReport(since: number): Promise<NoiseReport>
  /** What was found may no longer be. */
  historyChanged(): void
}

type Ask = <Kind extends AskKind>(kind: Kind, input: Asks[Kind]['input']) => Asked<Asks[Kind]['output']>

export function createUnhurriedReads(
  ask: Ask,
): UnhurriedReads & { readonly giveWay: YieldingAsks['giveWay'] } {
  const yielding = createYieldingAsks()

  async function read<Kind extends AskKind>(
    kind: Kind,
    input: Asks[Kind]['input'],
    place: 'first' | 'last',
  ): Promise<Asks[Kind]['output']> {
    const output = await yielding.run(() => ask(kind, input), place)
    if (output === null) throw new BackgroundError(worded('engine-background.closing'))
    return output
  }

  const counts = createFoundCounts(async (text) => {
    const parsed = parseQuery(text)
    return parsed.ok ? read('countFound', { query: parsed.query }, 'last') : null
  })

  return {
    async countFound(query) {
      // What has changed in this turn is told at its end: then the counts of before are forgotten.
      await Promise.resolve()
      return counts.of(query)
    },
    async facets(text) {
      const parsed = parseQuery(text)
      // The query of now is the one that was asked for last.
      return parsed.ok ? read('facets', { query: parsed.query }, 'first') : { facets: [], isMore: false }
    },
    noiseReport: (since) => read('noiseReport', { since }, 'last'),
    historyChanged: counts.forget,
    giveWay: yielding.giveWay,
  }
}
