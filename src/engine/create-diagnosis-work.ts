/** The diagnosis, wired to what it asks: the source, the connection, the history, the toasts. */
import type { Clock } from '../clock/clock.ts'
import type { DiagnosisStep } from '../contract/diagnosis.ts'
import type { I18n } from '../i18n/create-i18n.ts'
import { readAcknowledgementRecord } from './acknowledgements/acknowledgement-record.ts'
import type { ActivityLog } from './activity/activity-log.ts'
import type { ConnectionReport } from './connection/connection-report.ts'
import type { Storage } from './create-storage.ts'
import type { ToastWork } from './create-toast-work.ts'
import { createDiagnosis, type Diagnosis } from './diagnosis/diagnosis.ts'
import { createOwnChecks } from './diagnosis/own-checks.ts'
import type { LiveConnection } from './diagnosis/subject.ts'
import type { EngineDeps } from './engine.ts'
import type { SettingsKeeper } from './settings/settings.ts'
import { sourceKey } from './settings/source-key.ts'
import type { Source } from './source.ts'

export type DiagnosisWorkDeps = Pick<EngineDeps, 'capabilities' | 'dataDir' | 'secrets'> & {
  readonly clock: Clock
  readonly settings: SettingsKeeper
  readonly source: Source
  readonly report: ConnectionReport
  readonly storage: Pick<Storage, 'database' | 'ingest'>
  readonly activity: ActivityLog
  readonly alerts: Pick<ToastWork, 'view' | 'doNotDisturb'>
  i18n(): I18n
  onStep(step: DiagnosisStep): void
}

export function createDiagnosisWork(deps: DiagnosisWorkDeps): Diagnosis {
  const { clock, settings, source, report, storage, alerts } = deps

  function inUse(): LiveConnection {
    const { phase, since } = report.view
    const { lastFrameAt } = report
    // What came on an earlier connection says nothing about this one.
    const isOfThisOne = lastFrameAt !== null && lastFrameAt >= since
    return { isLive: phase === 'live', since, lastFrameAt: isOfThisOne ? lastFrameAt : null }
  }

  return createDiagnosis({
    clock,
    subject: (other) => ({
      settings: other === null ? settings.values : settings.valuesWith(other),
      resolve: (clientId) => source.resolve({ ...settings.values, clientId }, other ?? undefined),
      accessToken: () => deps.secrets.get(other === null ? source.key : sourceKey(other)),
      inUse: () => (other === null ? inUse() : null),
    }),
    ownChecks: createOwnChecks({
      ...{ capabilities: deps.capabilities, now: clock.now, isLive: () => inUse().isLive },
      acknowledgements: () => readAcknowledgementRecord(storage.database, source.address),
      storage: () => ({
        ...{ dataDir: deps.dataDir, view: storage.ingest.storage },
        lastProblem: deps.activity.entries.findLast(isStorageProblem) ?? null,
      }),
      toasts: () => ({
        ...{ settings: settings.values, view: alerts.view, doNotDisturb: alerts.doNotDisturb.view },
      }),
    }),
    ...{ i18n: deps.i18n, onStep: deps.onStep },
  })
}

const isStorageProblem = ({ kind, severity }: ActivityLog['entries'][number]): boolean =>
  kind === 'storage' && severity === 'error'
