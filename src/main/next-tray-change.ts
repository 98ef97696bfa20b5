/** When the tray reads differently although nothing has happened: a countdown goes on. Pure. */
import type { EngineView } from '../engine/engine.ts'
import { minute } from './tray-times.ts'

/**
 * @param countsDown the menu counts the seconds to the next try
 * @returns in how many milliseconds, null for not by itself
 */
export function nextTrayChange(view: EngineView, now: number, countsDown: boolean): number | null {
  const { connection, doNotDisturb } = view
  const steps: number[] = []
  if (countsDown && connection.phase === 'waiting') steps.push(nextStep(connection.retryAt - now, 1_000))
  if (doNotDisturb !== null && doNotDisturb.until !== null) {
    steps.push(nextStep(doNotDisturb.until - now, minute))
  }
  const next = Math.min(...steps)
  return Number.isFinite(next) ? next : null
}

/** A number of begun units changes where the rest of the last one ends; once nothing is left the engine will say more. */
const nextStep = (leftMs: number, unitMs: number): number =>
  leftMs <= 0 ? Number.POSITIVE_INFINITY : leftMs % unitMs || unitMs
