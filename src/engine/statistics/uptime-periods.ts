/** Puts together when Tocsin ran and when it was connected: one timeline without gaps. Pure. */
import type { Statistics } from '../../contract/statistics.ts'

export type UptimePeriod = Statistics['uptime'][number]
/** Milliseconds since the epoch. */
export type Span = { readonly from: number; readonly to: number }

/** Beyond them the oldest are left out. */
export const uptimePeriodLimit = 400

/**
 * @param running may overlap, as where a clock was set back, and be in any order
 * @param connected as `running`; what is connected runs
 * @returns oldest first, from `within.from` to `within.to`, unless there are too many
 */
export function uptimePeriods(
  within: Span,
  running: readonly Span[],
  connected: readonly Span[],
): UptimePeriod[] {
  const periods: UptimePeriod[] = []
  let [from, runs, connections] = [within.from, 0, 0]

  function reach(to: number): void {
    if (to <= from) return
    const state = connections > 0 ? 'connected' : runs > 0 ? 'disconnected' : 'not-running'
    const last = periods.at(-1)
    if (last?.state === state) periods[periods.length - 1] = { ...last, to }
    else periods.push({ from, to, state })
    from = to
  }

  const turns = [
    ...running.flatMap((span) => turnsOf(span, within, { runs: 1, connections: 0 })),
    ...connected.flatMap((span) => turnsOf(span, within, { runs: 0, connections: 1 })),
  ].toSorted((a, b) => a.at - b.at)
  for (const turn of turns) {
    reach(turn.at)
    runs += turn.runs
    connections += turn.connections
  }
  reach(within.to)
  return periods.slice(-uptimePeriodLimit)
}

type Step = { readonly runs: number; readonly connections: number }
type Turn = Step & { readonly at: number }

function turnsOf({ from, to }: Span, within: Span, { runs, connections }: Step): Turn[] {
  const [begin, end] = [Math.max(from, within.from), Math.min(to, within.to)]
  if (begin >= end) return []
  return [
    { at: begin, runs, connections },
    { at: end, runs: -runs, connections: -connections },
  ]
}
