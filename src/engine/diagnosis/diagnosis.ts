/** The doctor: looks at the whole way of a notification, one step after the other, and tells of each as it ends. */
import type { Clock } from '../../clock/clock.ts'
import type { CommandHandlers } from '../../contract/commands.ts'
import type { DiagnosisStep } from '../../contract/diagnosis.ts'
import type { I18n } from '../../i18n/create-i18n.ts'
import { say, worded } from '../../i18n/wording.ts'
import { describeFault } from '../describe-fault.ts'
import { type Check, checkLimitMs } from './check.ts'
import { bad, type Finding, unknown } from './finding.ts'
import { createHiddenSecrets, type HiddenSecrets } from './hidden-secrets.ts'
import { inTime } from './in-time.ts'
import { createNetworkChecks, type NetworkDeps } from './network-checks.ts'
import type { Subject } from './subject.ts'

export type DiagnosisDeps = NetworkDeps & {
  readonly clock: Clock
  /** @param source as a person wrote it; null for the one in use */
  subject(source: string | null): Subject
  /** The looks at this computer, which have nothing to do with another source. */
  readonly ownChecks: readonly Check[]
  i18n(): I18n
  onStep(step: DiagnosisStep): void
}

export type Diagnosis = Disposable & {
  readonly commands: Pick<CommandHandlers, 'diagnose' | 'cancelDiagnosis'>
}

/** All of it; what is left then is not looked at. */
export const diagnosisLimitMs = 30_000

export function createDiagnosis(deps: DiagnosisDeps): Diagnosis {
  const { clock } = deps
  let running: AbortController | null = null

  return {
    commands: {
      async diagnose({ source = null }) {
        running?.abort()
        const mine = new AbortController()
        running = mine
        const timer = clock.setTimer(diagnosisLimitMs, () => mine.abort())
        try {
          return await walk(source, mine.signal)
        } finally {
          timer[Symbol.dispose]()
          if (running === mine) running = null
        }
      },
      cancelDiagnosis() {
        running?.abort()
        return {}
      },
    },
    [Symbol.dispose]: () => running?.abort(),
  }

  async function walk(source: string | null, cancelled: AbortSignal) {
    const secrets = createHiddenSecrets()
    const network = createNetworkChecks(deps, deps.subject(source), secrets)
    const checks = source === null ? [...network.checks, ...deps.ownChecks] : network.checks
    const steps: DiagnosisStep[] = []
    let isBlocked = false
    for (const check of checks) {
      if (!check.applies()) continue
      const startedAt = clock.monotonicNow()
      const found: Finding | 'cancelled' =
        check.isOnTheWay && isBlocked ? notTried : await take(check, cancelled)
      if (found === 'cancelled') {
        network.end(true)
        return { steps, isCancelled: true }
      }
      isBlocked ||= check.isOnTheWay && found.outcome === 'bad'
      const tookMs = clock.monotonicNow() - startedAt
      const step = { check: check.check, ...told(found, secrets), tookMs }
      steps.push(step)
      deps.onStep(step)
    }
    network.end(false)
    return { steps, isCancelled: false }
  }

  function told({ outcome, text, detail }: Finding, { hide }: HiddenSecrets) {
    return { outcome, text: hide(say(deps.i18n(), text)), detail: detail === null ? null : hide(detail) }
  }

  async function take(check: Check, cancelled: AbortSignal): Promise<Finding | 'cancelled'> {
    try {
      const taken = await inTime(clock, checkLimitMs, cancelled, async (signal) => check.look(signal))
      switch (taken.kind) {
        case 'done':
          return taken.value
        case 'late':
          return check.late()
        case 'cancelled':
          return 'cancelled'
      }
    } catch (fault) {
      return bad(describeFault(fault))
    }
  }
}

const notTried = unknown(worded('engine-diagnosis.not-tried'))
