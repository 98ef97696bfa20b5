/** Tells windows and the log how the connection is: its state, when something last came, and when nothing comes. */
import type { ConnectionView, SourceView } from '../../contract/snapshot.ts'
import type { I18n } from '../../i18n/create-i18n.ts'
import { worded } from '../../i18n/wording.ts'
import type { LogActivity } from '../activity/activity-log.ts'
import type { StateFeed } from '../state/state-feed.ts'
import type { ConnectionState } from './connection-state.ts'
import { describeConnection, toConnectionView } from './connection-view.ts'
import { silentSince } from './silence.ts'

export type ConnectionReportDeps = {
  readonly feed: Pick<StateFeed, 'publish'>
  readonly log: LogActivity
  i18n(): I18n
  state(): ConnectionState
  source(): SourceView
  /** Whether the connection of now goes on where an earlier one was. */
  isResumed(): boolean
  frequencySeconds(): number
}

export type ConnectionReport = Disposable & {
  readonly view: ConnectionView
  /** Milliseconds since the epoch; null before the first frame of this run. */
  readonly lastFrameAt: number | null
  stateChanged(): void
  /** Another source is named, or another language spoken: shown at once, also where nothing connects to it. */
  shownAnew(): void
  /** A frame of any kind came. */
  heard(at: number): void
  /** Time has passed. */
  look(now: number): void
}

export function createConnectionReport(deps: ConnectionReportDeps): ConnectionReport {
  const { feed, log } = deps
  let lastFrameAt: number | null = null
  let silence: number | null = null
  let announcing: NodeJS.Immediate | null = null

  const view = (): ConnectionView => toConnectionView(deps.i18n(), deps.state(), silence)
  const announce = (): void =>
    feed.publish({ kind: 'connection-changed', connection: view(), source: deps.source() })

  function look(now: number): void {
    const { phase, since } = deps.state()
    const hearing = { isLive: phase === 'live', liveSince: since, lastFrameAt, now }
    const next = silentSince({ ...hearing, frequencySeconds: deps.frequencySeconds() })
    if (next === silence) return
    silence = next
    announce()
    if (next !== null) log('connection', 'warning', worded('engine-connection.log.silent'))
    else log('connection', 'info', worded('engine-connection.log.heard'))
  }

  return {
    get view() {
      return view()
    },
    get lastFrameAt() {
      return lastFrameAt
    },
    stateChanged() {
      silence = null
      announce()
      const line = describeConnection(deps.state(), deps.source(), deps.isResumed())
      if (line !== null) log('connection', line.severity, line.text)
    },
    shownAnew: announce,
    heard(at) {
      lastFrameAt = at
      if (silence !== null) look(at)
      // Once a turn: a burst is one piece of news.
      announcing ??= setImmediate(() => {
        announcing = null
        feed.publish({ kind: 'frame-received', lastFrameAt: lastFrameAt ?? at })
      })
    },
    look,
    [Symbol.dispose]() {
      if (announcing !== null) clearImmediate(announcing)
    },
  }
}
