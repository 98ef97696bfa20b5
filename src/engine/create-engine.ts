/** Wires the notifier together. Read it from top to bottom: storage, state, toasts, acknowledgements, connection. */
import WebSocket from 'ws'
import type { AnyEvent } from '../contract/events.ts'
import type { AcknowledgementState } from '../contract/notification-row.ts'
import type { SettingName } from '../contract/settings-table.ts'
import { buildConfiguration } from '../protocol/client-message.ts'
import { maxServerFrameBytes } from '../protocol/limits.ts'
import { createOutbox } from './acknowledgements/outbox.ts'
import { createReadMarker } from './acknowledgements/read-marker.ts'
import { createSender } from './acknowledgements/sender.ts'
import { createActivityLog } from './activity/activity-log.ts'
import { createCommandHandlers } from './command-handlers.ts'
import { createConnection } from './connection/connection.ts'
import { createConnectionReport } from './connection/connection-report.ts'
import { startVigil } from './connection/vigil.ts'
import type { Engine, EngineDeps } from './engine.ts'
import { createHistory } from './history/history.ts'
import { createIngest, type StoredBatch } from './history/ingest.ts'
import { openHistory } from './history/open-history.ts'
import { createIntake } from './intake.ts'
import { createSettings } from './settings/settings.ts'
import { createSource } from './source.ts'
import { createStateFeed } from './state/state-feed.ts'
import { createCountsTable } from './statistics/counts.ts'
import { createToasts } from './toasts/toasts.ts'

/** @throws HistoryError, or SQLite's own error, when the history cannot be opened */
export function createEngine(deps: EngineDeps): Engine {
  const { clock, random } = deps
  const listeners = new Set<(event: AnyEvent) => void>()
  const runId = `${clock.now().toString(36)}-${Math.floor(random() * 1e9).toString(36)}`
  const feed = createStateFeed(runId, (data) => {
    for (const listener of listeners) listener({ name: 'stateChanged', data })
  })
  const activity = createActivityLog(clock, (entry) =>
    feed.publish({ kind: 'activity-logged', entries: [entry] }),
  )
  const { log } = activity
  for (const notice of deps.notices) log('settings', 'warning', notice)

  const settings = createSettings(deps.settingsStore, random, (problem) =>
    log('settings', 'warning', problem),
  )
  const source = createSource(deps.embeddedServer, deps.sourceOverride, settings.values)

  const opened = openHistory(deps.dataDir, clock.now())
  const { database, notice } = opened
  if (notice !== null) log('storage', 'warning', notice)
  const history = createHistory(database)
  const outbox = createOutbox(database)
  const countsTable = createCountsTable(database)
  const ingest = createIngest({
    ...{ database, history, outbox, counts: countsTable, clock, onStored },
    onStorage(storage) {
      feed.publish({ kind: 'storage-changed', storage })
      if (storage.problem !== null) log('storage', 'error', storage.problem)
    },
  })
  const readMarker = createReadMarker({ database, history, outbox, counts: countsTable })
  const toasts = createToasts(deps.toaster, (fault) =>
    log('toast', 'error', `A toast could not be shown: ${describeFault(fault)}`),
  )
  let counts = countsTable.read()

  const report = createConnectionReport({
    ...{ feed, log },
    state: () => connection.state,
    source: () => source.view,
    frequencySeconds: () => settings.values.frequencySeconds,
  })

  const sender = createSender({
    ...{ clock, outbox, onChanged: announceAcknowledgements },
    send: (frame) => connection.send(frame),
    onFault: (fault) => log('storage', 'error', `Acknowledgements wait: ${describeFault(fault)}`),
  })

  const intake = createIntake({
    ...{ clock, log, store: ingest.add },
    sourceAddress: () => source.address,
    onUnknownId: (wireId) => sender.unknown(wireId),
    onHeard(answers, at) {
      connection.apply({ is: 'heard', answers })
      report.heard(at)
    },
  })

  const connection = createConnection({
    ...{ clock, random, onFrame: intake },
    resolveUrl: () => source.resolve(settings.values),
    openSocket: (url) => new WebSocket(url, { perMessageDeflate: false, maxPayload: maxServerFrameBytes }),
    configuration: () => buildConfiguration(settings.values.frequencySeconds),
    onState(state) {
      report.stateChanged()
      if (state.phase === 'live') sender.opened(() => history.sourceId(source.address))
      else sender.lost()
    },
  })

  const vigil = startVigil({ clock, onWoke: woke, onLook: report.look })

  function woke(): void {
    connection.apply({ is: 'woke' })
  }

  function onStored({ rows, confirmedIds }: StoredBatch): void {
    if (rows.length > 0) {
      counts = countsTable.read()
      feed.publish({ kind: 'notifications-arrived', rows: [...rows], counts })
      toasts.arrived(rows, settings.values)
    }
    if (confirmedIds.length > 0) {
      announceAcknowledgements(confirmedIds, 'confirmed')
      sender.confirmed(confirmedIds)
    }
  }

  function announceAcknowledgements(ids: readonly number[], acknowledgement: AcknowledgementState): void {
    const rowIds = [...outbox.rowIds(ids)]
    if (rowIds.length > 0) feed.publish({ kind: 'acknowledgement-changed', rowIds, acknowledgement })
  }

  const handlers = createCommandHandlers({
    ...{ clock, history, readMarker, connection },
    snapshot() {
      feed.flush()
      return {
        ...{ runId, revision: feed.revision, counts, lastFrameAt: report.lastFrameAt, source: source.view },
        ...{ storage: ingest.storage, activity: [...activity.entries], capabilities: deps.capabilities },
        connection: report.view,
        settings: settings.values,
      }
    },
    onRead(groups, readAt) {
      counts = countsTable.read()
      for (const { rowIds, acknowledgement } of groups) {
        feed.publish({ kind: 'notifications-read', rowIds: [...rowIds], readAt, acknowledgement, counts })
      }
      toasts.read(groups.flatMap(({ rowIds }) => rowIds))
      sender.kick()
    },
    onAllRead(upToRowId, readAt) {
      counts = countsTable.read()
      feed.publish({ kind: 'all-read', upToRowId, readAt, counts })
      toasts.allRead(upToRowId)
      sender.kick()
    },
    changeSettings(change) {
      const names = settings.change(change)
      const isOtherSource = change.source !== undefined && source.dropOverride()
      if (isOtherSource) settingsChanged([...names, 'source'])
      else if (names.length > 0) settingsChanged(names)
    },
  })

  function settingsChanged(names: readonly SettingName[]): void {
    feed.publish({ kind: 'settings-changed', settings: settings.values })
    if (names.includes('source') || names.includes('clientId')) {
      source.follow(settings.values)
      report.sourceChanged()
      connection.apply({ is: 'source-changed' })
    } else if (names.includes('frequencySeconds')) connection.apply({ is: 'frequency-changed' })
  }

  return {
    handlers,
    get view() {
      return {
        ...{ counts, source: source.view, settings: settings.values },
        connection: report.view,
      }
    },
    woke,
    subscribe(listener) {
      listeners.add(listener)
      return { [Symbol.dispose]: () => void listeners.delete(listener) }
    },
    close() {
      sender[Symbol.dispose]()
      vigil[Symbol.dispose]()
      connection[Symbol.dispose]()
      ingest.flush()
      ingest[Symbol.dispose]()
      report[Symbol.dispose]()
      listeners.clear()
      opened[Symbol.dispose]()
    },
  }
}

const describeFault = (fault: unknown): string => (fault instanceof Error ? fault.message : String(fault))
