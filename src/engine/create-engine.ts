/** Wires the notifier together. Read it from top to bottom: state, storage, upkeep, toasts, connection, commands. */

import type { AnyEvent } from '../contract/events.ts'
import type { Counts } from '../contract/snapshot.ts'
import { type Wording, worded } from '../i18n/wording.ts'
import { createAcknowledgementProgress } from './acknowledgements/acknowledgement-progress.ts'
import { createActivityLog } from './activity/activity-log.ts'
import { createAnnouncements } from './announcements.ts'
import { changesWhatIsFound } from './background/found-counts.ts'
import { createCommandHandlers } from './commands/command-handlers.ts'
import { refuseInWords } from './commands/refuse-in-words.ts'
import { createConnectionWork } from './create-connection-work.ts'
import { createDiagnosisWork } from './create-diagnosis-work.ts'
import { createHistoryWork, type HistoryWork } from './create-history-work.ts'
import { createStorage } from './create-storage.ts'
import { createToastWork, type ToastWork } from './create-toast-work.ts'
import { describeFault } from './describe-fault.ts'
import type { Engine, EngineDeps } from './engine.ts'
import { createEngineLanguage } from './engine-language.ts'
import { createEngineViews } from './engine-view.ts'
import { createFollowUps } from './follow-ups.ts'
import { createGuard } from './guard.ts'
import { createStorageReport } from './history/storage-report.ts'
import { createSettings } from './settings/settings.ts'
import { createSettingsReactions } from './settings/settings-reactions.ts'
import { createSource } from './source.ts'
import { createStateFeed } from './state/state-feed.ts'
import { createDeliveryDelay } from './statistics/delivery-delay.ts'
import { createStatistics } from './statistics/statistics.ts'
import { createUptime } from './statistics/uptime.ts'
import { startUpkeep } from './upkeep.ts'

/** @throws HistoryError, or SQLite's own error, when the history cannot be opened */
export function createEngine(deps: EngineDeps): Engine {
  const { clock, random } = deps
  const listeners = new Set<(event: AnyEvent) => void>()
  const runId = `${clock.now().toString(36)}-${Math.floor(random() * 1e9).toString(36)}`
  let work: HistoryWork | null = null
  let toastWork: ToastWork | null = null
  const feed = createStateFeed(runId, (data) => {
    // Whatever was committed has been published as well.
    work?.wal.committed()
    if (data.changes.some(changesWhatIsFound)) work?.background.historyChanged()
    tell({ name: 'stateChanged', data })
  })
  function tell(event: AnyEvent): void {
    for (const listener of listeners) listener(event)
  }
  /** Until the settings say in which language it is to be told. */
  const early: Wording[] = [...deps.notices]
  let warn = (problem: Wording): void => void early.push(problem)
  const settings = createSettings(
    ...([deps.settingsStore, random, (problem: Wording) => warn(problem), deps.sourceOverride] as const),
  )
  const i18n = createEngineLanguage({
    preferred: deps.preferredLanguages,
    chosen: () => settings.values.language,
  })
  const activity = createActivityLog(clock, i18n, (entry) =>
    feed.publish({ kind: 'activity-logged', entries: [entry] }),
  )
  const { log } = activity
  const guard = createGuard(log)
  warn = (problem) => log('settings', 'warning', problem)
  for (const problem of early) warn(problem)
  const source = createSource(deps.embeddedServer, deps.sourceOverride, settings.values, deps.secrets)

  /** Of the source of now: another one has another clock. */
  let delivery = createDeliveryDelay()
  const storage = createStorage({
    ...{ clock, i18n, dataDir: deps.dataDir },
    sampleDelay: (timestamp, receivedAt) => delivery.sample(timestamp, receivedAt),
    decideToasts: (arrived) => toastWork?.decide(arrived) ?? [],
    onStored: (batch) => followUps.stored(batch),
    onCrowded: (isCrowded) => connection.setPaused(isCrowded),
    onStorage: createStorageReport({ feed, log }),
  })
  const { outbox, ingest, readMarker, storyBook } = storage
  if (storage.notice !== null) log('storage', 'warning', storage.notice)
  const counts = (): Counts => views.counts()

  const alerts = createToastWork({
    ...{ clock, storage, feed, log, i18n, settings: () => settings.values, sourceName: () => source.name },
    ...{ createToaster: deps.createToaster, hostActions: deps.hostActions, guard },
    estimateDelay: (timestamp, receivedAt) => delivery.estimate(timestamp, receivedAt),
    take: (frame) => link.take(frame),
    markAsRead: (rowIds) => guard(() => void handlers.markAsRead({ rowIds: [...rowIds] })),
  })
  toastWork = alerts
  const announce = createAnnouncements({
    ...{ feed, toasts: alerts.toasts, outbox, counts, pinnedCount: storage.pinnedCount.read },
  })
  work = createHistoryWork({
    ...{ clock, i18n, storage, counts, settings: () => settings.values },
    ...{ backgroundFile: deps.backgroundFile, sourceAddress: () => source.address },
    onJob: (job) => feed.publish({ kind: 'job-changed', job }),
    onDeleted: announce.deleted,
    onHistoryChanged: announce.historyChanged,
    onFault: (problem) => log('storage', 'error', problem),
  })
  const { background, jobs, deleter, pruner, importFile } = work
  const progress = createAcknowledgementProgress({
    ...{ clock, jobs },
    waitingCount: () => outbox.waitingCount(source.address) + storage.readJobs.waitingCount(),
  })
  const followUps = createFollowUps({
    ...{ announce, alerts, work, progress, readMarker },
    sender: () => link.sender,
    broke: (links) => link.broke(links),
  })

  const uptime = createUptime({ database: storage.database, clock })
  const statistics = createStatistics({ ...{ uptime, volume: storage.volume }, durations: storage.durations })
  const upkeep = startUpkeep({
    ...{ clock, uptime, volume: storage.volume, prune: pruner.prune },
    onFault(fault) {
      log('storage', 'error', worded('engine-activity.upkeep-waits', { cause: describeFault(fault) }))
    },
  })

  const link = createConnectionWork({
    ...{ clock, random, storage, source, uptime, feed, log, i18n, secrets: deps.secrets },
    ...{ settings: () => settings.values, guard },
    onAcknowledged: followUps.acknowledged,
    onLook: alerts.look,
  })
  const { connection, report } = link

  const views = createEngineViews({
    ...{ runId, feed, storage, activity, capabilities: deps.capabilities },
    ...{ settings, source, report, jobs, alerts },
  })

  const diagnosis = createDiagnosisWork({
    ...{ clock, capabilities: deps.capabilities, dataDir: deps.dataDir, secrets: deps.secrets },
    ...{ settings, source, report, storage, activity, alerts },
    ...{ i18n, onStep: (data) => tell({ name: 'diagnosisProgressed', data }) },
  })

  const handlers = createCommandHandlers({
    ...{ clock, storage, background, jobs, deleter, statistics, connection, importFile },
    ...{ random, i18n, chooseFile: deps.chooseFile },
    ...{ toastCommands: alerts.commands, diagnosisCommands: diagnosis.commands },
    snapshot: views.snapshot,
    ...{ onRead: followUps.read, onAllRead: followUps.allRead },
    onUnread: announce.unread,
    onPinned: announce.pinned,
    ...{ storedSettings: settings.valuesWith, warn },
    ...createSettingsReactions({
      ...{ settings, source, secrets: deps.secrets, feed, alerts, pruner, connection, report, warn },
      storage: () => ingest.storage,
      onOtherSource() {
        delivery = createDeliveryDelay()
      },
    }),
  })

  uptime.started()
  work.resume()
  followUps.markInSlices()
  alerts.start()

  return {
    handlers: refuseInWords(handlers, deps.dataDir, i18n),
    get view() {
      return views.view
    },
    woke: link.woke,
    suspending() {
      ingest.flush()
      uptime.beat()
    },
    setLocked: alerts.setLocked,
    stopWatching: alerts.stopWatching,
    i18n,
    note: warn,
    opened: (rowId) => guard(() => storyBook.noteOpened(rowId, clock.now())),
    subscribe(listener) {
      listeners.add(listener)
      return { [Symbol.dispose]: () => void listeners.delete(listener) }
    },
    close() {
      for (const part of [diagnosis, progress, upkeep]) part[Symbol.dispose]()
      link.stop()
      work?.stop()
      ingest.flush()
      views.close()
      alerts[Symbol.dispose]()
      uptime.beat()
      report[Symbol.dispose]()
      listeners.clear()
      work?.close()
      storage[Symbol.dispose]()
      return { lostCount: ingest.perishableCount }
    },
  }
}
