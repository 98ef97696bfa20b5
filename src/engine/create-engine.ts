/** Wires the notifier together. Read it from top to bottom: state, storage, upkeep, toasts, connection, commands. */

import type { AnyEvent } from '../contract/events.ts'
import type { AcknowledgementState } from '../contract/notification-row.ts'
import type { SettingName } from '../contract/settings-table.ts'
import type { Counts, StorageView } from '../contract/snapshot.ts'
import { say, type Wording, worded } from '../i18n/wording.ts'
import { buildConfiguration } from '../protocol/client-message.ts'
import { createAcknowledgementProgress } from './acknowledgements/acknowledgement-progress.ts'
import type { MarkedGroup } from './acknowledgements/marking.ts'
import { createSender } from './acknowledgements/sender.ts'
import { createActivityLog } from './activity/activity-log.ts'
import { createAnnouncements } from './announcements.ts'
import { changesWhatIsFound } from './background/found-counts.ts'
import { createCommandHandlers } from './commands/command-handlers.ts'
import { refuseInWords } from './commands/refuse-in-words.ts'
import { checkAccessToken } from './connection/access-token.ts'
import { createConnection } from './connection/connection.ts'
import { createConnectionReport } from './connection/connection-report.ts'
import { createNetworkWatch } from './connection/network-watch.ts'
import { createSocketOpener } from './connection/open-socket.ts'
import { startVigil } from './connection/vigil.ts'
import { createDiagnosisWork } from './create-diagnosis-work.ts'
import { createHistoryWork, type HistoryWork } from './create-history-work.ts'
import { createStorage } from './create-storage.ts'
import { createToastWork, type ToastWork } from './create-toast-work.ts'
import { describeFault } from './describe-fault.ts'
import type { Engine, EngineDeps } from './engine.ts'
import { createEngineLanguage } from './engine-language.ts'
import { createEngineViews } from './engine-view.ts'
import type { StoredBatch } from './history/arrival.ts'
import { createIntake } from './intake.ts'
import { createResumption } from './resumption/resumption.ts'
import { createSettings } from './settings/settings.ts'
import { needsNewConnection } from './settings/source-settings.ts'
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
  warn = (problem) => log('settings', 'warning', problem)
  for (const problem of early) warn(problem)
  const source = createSource(deps.embeddedServer, deps.sourceOverride, settings.values, deps.secrets)

  /** Of the source of now: another one has another clock. */
  let delivery = createDeliveryDelay()
  const storage = createStorage({
    ...{ clock, i18n, dataDir: deps.dataDir, onStored },
    sampleDelay: (timestamp, receivedAt) => delivery.sample(timestamp, receivedAt),
    decideToasts: (arrived) => toastWork?.decide(arrived) ?? [],
    onCrowded: (isCrowded) => connection.setPaused(isCrowded),
    onStorage(view) {
      feed.publish({ kind: 'storage-changed', storage: view })
      noteStorage(view)
    },
  })
  let isStoring = true
  /** Once when it begins and once when it is over: how much waits changes every second. */
  function noteStorage({ problem }: StorageView): void {
    if (isStoring === (problem === null)) return
    isStoring = problem === null
    if (problem !== null) log('storage', 'error', problem)
    else log('storage', 'info', worded('engine-storage.again'))
  }
  const { outbox, ingest, readMarker, storyBook } = storage
  if (storage.notice !== null) log('storage', 'warning', storage.notice)
  const counts = (): Counts => views.counts()

  const alerts = createToastWork({
    ...{ clock, storage, feed, log, i18n, settings: () => settings.values, sourceName: () => source.name },
    ...{ createToaster: deps.createToaster, hostActions: deps.hostActions, guard: noteIfPossible },
    estimateDelay: (timestamp, receivedAt) => delivery.estimate(timestamp, receivedAt),
    take: (frame) => intake(frame),
    markAsRead: (rowIds) => noteIfPossible(() => void handlers.markAsRead({ rowIds: [...rowIds] })),
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
  const { background, jobs, slices, deleter, pruner, importFile } = work
  const progress = createAcknowledgementProgress({
    ...{ clock, jobs },
    waitingCount: () => outbox.waitingCount(source.address) + storage.readJobs.waitingCount(),
  })

  /** What cannot be noted is no reason for an exception in a socket's, a toast's or a click's handler. */
  function noteIfPossible(note: () => void): void {
    try {
      note()
    } catch (fault) {
      log('storage', 'error', worded('engine-activity.not-noted', { cause: describeFault(fault) }))
    }
  }

  const uptime = createUptime({ database: storage.database, clock })
  const statistics = createStatistics({ ...{ uptime, volume: storage.volume }, durations: storage.durations })
  const upkeep = startUpkeep({
    ...{ clock, uptime, volume: storage.volume, prune: pruner.prune },
    onFault(fault) {
      log('storage', 'error', worded('engine-activity.upkeep-waits', { cause: describeFault(fault) }))
    },
  })

  const report = createConnectionReport({
    ...{ feed, log, i18n },
    state: () => connection.state,
    source: () => source.view,
    isResumed: () => resumption.isResumed,
    frequencySeconds: () => settings.values.frequencySeconds,
  })

  const views = createEngineViews({
    ...{ runId, feed, storage, activity, capabilities: deps.capabilities },
    ...{ settings, source, report, jobs, alerts },
  })

  const sender = createSender({
    ...{ clock, outbox, onChanged: acknowledged },
    send: (frame) => connection.send(frame),
    onFault(fault) {
      log(
        'storage',
        'error',
        worded('engine-activity.acknowledgements-wait', { cause: describeFault(fault) }),
      )
    },
  })

  const intake = createIntake({
    ...{ clock, log, store: ingest.add, link: () => resumption.link },
    sourceAddress: () => source.address,
    onUnknownId: (wireId) => sender.unknown(wireId),
    onHeard(answers, at) {
      connection.apply({ is: 'heard', answers })
      report.heard(at)
    },
  })

  const resumption = createResumption({
    sourceAddress: () => source.address,
    clientId: () => source.clientId(settings.values),
    readCursor: storage.cursors.read,
    onBegun: (link) => ingest.add({ kind: 'begun', link }),
    onFault(fault) {
      log('storage', 'error', worded('engine-activity.not-resumed', { cause: describeFault(fault) }))
    },
  })

  const connection = createConnection({
    ...{ clock, random, onFrame: intake },
    resolveUrl: () => source.resolve(settings.values),
    wishToResume: resumption.wish,
    openSocket: createSocketOpener({
      settings: () => settings.values,
      accessToken: () => deps.secrets.get(source.key),
      warn: (problem) => log('connection', 'warning', problem),
    }),
    configuration: () => buildConfiguration(settings.values.frequencySeconds),
    onState(state) {
      report.stateChanged()
      if (state.phase === 'live') {
        sender.opened(() => storage.sources.id(source.address))
        noteIfPossible(() => uptime.connected(storage.sources.id(source.address)))
      } else {
        resumption.lost()
        sender.lost()
        uptime.ended('reason' in state ? say(i18n(), state.reason) : '', state.phase !== 'waiting')
      }
    },
  })

  const network = createNetworkWatch({ onUp: woke })
  const vigil = startVigil({
    ...{ clock, onWoke: woke },
    onLook(now) {
      network.look()
      report.look(now)
      alerts.look()
    },
  })

  function woke(): void {
    alerts.look()
    uptime.beat()
    connection.apply({ is: 'woke' })
  }

  function onStored(batch: StoredBatch): void {
    const { rows, confirmedIds, readElsewhere, broken } = batch
    if (rows.length > 0) {
      alerts.stored(batch)
      announce.arrived(batch)
      work?.stored(rows.length)
    }
    if (confirmedIds.length > 0) {
      acknowledged(confirmedIds, 'confirmed')
      sender.confirmed(confirmedIds)
    }
    if (readElsewhere.length > 0) {
      read(readElsewhere)
      markInSlices()
    }
    if (broken.some((link) => link === resumption.link)) connection.apply({ is: 'gap-found' })
  }

  function acknowledged(ids: readonly number[], state: AcknowledgementState): void {
    announce.acknowledgements(ids, state)
    progress.changed()
  }

  function read(groups: readonly MarkedGroup[]): void {
    announce.read(groups)
    sender.kick()
    progress.changed()
  }

  /** Until nothing is left to mark. */
  function markInSlices(): void {
    slices.run(() => {
      const groups = readMarker.slice()
      if (groups !== null) read(groups)
      return groups !== null
    })
  }

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
    onRead(groups) {
      read(groups)
      markInSlices()
    },
    onAllRead(upToRowId, readAt) {
      announce.allRead(upToRowId, readAt)
      markInSlices()
    },
    onUnread: announce.unread,
    onPinned: announce.pinned,
    changeSettings(change) {
      const names = settings.change(change)
      if (change.source !== undefined) source.dropOverride()
      if (names.length > 0) settingsChanged(names)
      return names
    },
    ...{ storedSettings: settings.valuesWith, warn },
    async setAccessToken(token) {
      const warning = await deps.secrets.set(source.key, token === null ? null : checkAccessToken(token))
      if (warning !== null) warn(warning)
      reconnect()
    },
  })

  function settingsChanged(names: readonly SettingName[]): void {
    feed.publish({ kind: 'settings-changed', settings: settings.values })
    alerts.settingsChanged(names)
    if (names.includes('language')) spokenAnew()
    if (names.includes('retentionDays') || names.includes('retentionCount')) pruner.prune()
    if (needsNewConnection(names)) reconnect()
    else if (names.includes('frequencySeconds')) connection.apply({ is: 'frequency-changed' })
  }

  /** What is shown is said in the language of now; what has been told stays as it was. */
  function spokenAnew(): void {
    report.shownAnew()
    feed.publish({ kind: 'storage-changed', storage: ingest.storage })
  }

  function reconnect(): void {
    const before = source.address
    source.follow(settings.values)
    if (source.address !== before) delivery = createDeliveryDelay()
    report.shownAnew()
    connection.apply({ is: 'source-changed' })
  }

  uptime.started()
  work.resume()
  markInSlices()
  alerts.start()

  return {
    handlers: refuseInWords(handlers, deps.dataDir, i18n),
    get view() {
      return views.view
    },
    woke,
    suspending() {
      ingest.flush()
      uptime.beat()
    },
    setLocked: alerts.setLocked,
    stopWatching: alerts.stopWatching,
    i18n,
    note: warn,
    opened: (rowId) => noteIfPossible(() => storyBook.noteOpened(rowId, clock.now())),
    subscribe(listener) {
      listeners.add(listener)
      return { [Symbol.dispose]: () => void listeners.delete(listener) }
    },
    close() {
      for (const part of [diagnosis, sender, progress, vigil, upkeep, connection]) part[Symbol.dispose]()
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
