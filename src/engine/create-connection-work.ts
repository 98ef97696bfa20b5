/** The connection to the source, wired to what it hears, sends and tells. Not: what is stored of it. */
import type { Clock, Random } from '../clock/clock.ts'
import type { AcknowledgementState } from '../contract/notification-row.ts'
import type { Settings } from '../contract/settings-table.ts'
import type { I18n } from '../i18n/create-i18n.ts'
import { say, worded } from '../i18n/wording.ts'
import { buildConfiguration } from '../protocol/client-message.ts'
import { createSender, type Sender } from './acknowledgements/sender.ts'
import type { LogActivity } from './activity/activity-log.ts'
import { type Connection, createConnection } from './connection/connection.ts'
import { type ConnectionReport, createConnectionReport } from './connection/connection-report.ts'
import type { ConnectionState } from './connection/connection-state.ts'
import { createNetworkWatch } from './connection/network-watch.ts'
import { createSocketOpener } from './connection/open-socket.ts'
import { startVigil } from './connection/vigil.ts'
import type { Storage } from './create-storage.ts'
import { describeFault } from './describe-fault.ts'
import type { EngineDeps } from './engine.ts'
import { createIntake } from './intake.ts'
import type { ResumedLink } from './resumption/resumed-link.ts'
import { createResumption } from './resumption/resumption.ts'
import type { Source } from './source.ts'
import type { StateFeed } from './state/state-feed.ts'
import type { Uptime } from './statistics/uptime.ts'

export type ConnectionWorkDeps = Pick<EngineDeps, 'secrets'> & {
  readonly clock: Clock
  readonly random: Random
  readonly storage: Pick<Storage, 'cursors' | 'ingest' | 'outbox' | 'sources'>
  readonly source: Source
  readonly uptime: Uptime
  readonly feed: Pick<StateFeed, 'publish'>
  readonly log: LogActivity
  i18n(): I18n
  settings(): Settings
  /** Carries out what may fail on a full disk. */
  guard(note: () => void): void
  onAcknowledged(ids: readonly number[], state: AcknowledgementState): void
  /** Time has passed, more of it perhaps than the timers know. */
  onLook(): void
}

export type ConnectionWork = {
  readonly connection: Connection
  readonly report: ConnectionReport
  readonly sender: Sender
  /** Takes a frame as if the server had sent it. */
  readonly take: (frame: string | Uint8Array) => void
  /** A host's hint, or our own finding, that time has passed unseen. */
  woke(): void
  /** Something is missing on these: the one of now is made anew. */
  broke(links: readonly ResumedLink[]): void
  /** Ends the connection; the report is still to be asked. */
  stop(): void
}

export function createConnectionWork(deps: ConnectionWorkDeps): ConnectionWork {
  const { clock, storage, source, settings, uptime, log, i18n } = deps
  const { ingest, outbox, sources } = storage

  const report = createConnectionReport({
    ...{ feed: deps.feed, log, i18n },
    state: () => connection.state,
    source: () => source.view,
    isResumed: () => resumption.isResumed,
    frequencySeconds: () => settings().frequencySeconds,
  })

  const sender = createSender({
    ...{ clock, outbox, onChanged: deps.onAcknowledged },
    send: (frame) => connection.send(frame),
    onFault(fault) {
      const cause = describeFault(fault)
      log('storage', 'error', worded('engine-activity.acknowledgements-wait', { cause }))
    },
  })

  const resumption = createResumption({
    sourceAddress: () => source.address,
    clientId: () => source.clientId(settings()),
    readCursor: storage.cursors.read,
    onBegun: (link) => ingest.add({ kind: 'begun', link }),
    onFault(fault) {
      log('storage', 'error', worded('engine-activity.not-resumed', { cause: describeFault(fault) }))
    },
  })

  const take = createIntake({
    ...{ clock, log, store: ingest.add, link: () => resumption.link },
    sourceAddress: () => source.address,
    onUnknownId: (wireId) => sender.unknown(wireId),
    onHeard(answers, at) {
      connection.apply({ is: 'heard', answers })
      report.heard(at)
    },
  })

  const connection = createConnection({
    ...{ clock, random: deps.random, onFrame: take, onState: stateChanged },
    resolveUrl: () => source.resolve(settings()),
    wishToResume: resumption.wish,
    openSocket: createSocketOpener({
      settings,
      accessToken: () => deps.secrets.get(source.key),
      warn: (problem) => log('connection', 'warning', problem),
    }),
    configuration: () => buildConfiguration(settings().frequencySeconds),
  })

  function stateChanged(state: ConnectionState): void {
    report.stateChanged()
    if (state.phase === 'live') {
      sender.opened(() => sources.id(source.address))
      deps.guard(() => uptime.connected(sources.id(source.address)))
    } else {
      resumption.lost()
      sender.lost()
      uptime.ended('reason' in state ? say(i18n(), state.reason) : '', state.phase !== 'waiting')
    }
  }

  const network = createNetworkWatch({ onUp: woke })
  const vigil = startVigil({
    ...{ clock, onWoke: woke },
    onLook(now) {
      network.look()
      report.look(now)
      deps.onLook()
    },
  })

  function woke(): void {
    deps.onLook()
    uptime.beat()
    connection.apply({ is: 'woke' })
  }

  return {
    ...{ connection, report, sender, take, woke },
    broke(links) {
      if (links.some((link) => link === resumption.link)) connection.apply({ is: 'gap-found' })
    },
    stop() {
      for (const part of [sender, vigil, connection]) part[Symbol.dispose]()
    },
  }
}
