/** What the engine shows as it is now: a window's snapshot, and what a tray draws. Not: the changes that follow. */
import type { Counts, Snapshot } from '../contract/snapshot.ts'
import type { ActivityLog } from './activity/activity-log.ts'
import type { ConnectionReport } from './connection/connection-report.ts'
import type { Storage } from './create-storage.ts'
import type { ToastWork } from './create-toast-work.ts'
import type { EngineDeps, EngineView } from './engine.ts'
import { isCurrent, type Jobs } from './jobs/jobs.ts'
import type { SettingsKeeper } from './settings/settings.ts'
import type { Source } from './source.ts'
import type { StateFeed } from './state/state-feed.ts'

export type EngineViewDeps = {
  readonly runId: string
  readonly feed: Pick<StateFeed, 'flush' | 'revision'>
  readonly storage: Pick<Storage, 'counts' | 'history' | 'ingest' | 'pinnedCount'>
  readonly activity: ActivityLog
  readonly capabilities: EngineDeps['capabilities']
  readonly settings: SettingsKeeper
  readonly source: Source
  readonly report: ConnectionReport
  readonly jobs: Jobs
  readonly alerts: Pick<ToastWork, 'doNotDisturb' | 'snoozes' | 'view'>
}

export type EngineViews = {
  readonly view: EngineView
  counts(): Counts
  snapshot(): Omit<Snapshot, 'newest'>
  /** The history is about to be closed; a tray may still draw itself, of what was last known. */
  close(): void
}

/** How many of the newest unread a tray offers. */
const trayRowCount = 5

export function createEngineViews(deps: EngineViewDeps): EngineViews {
  const { feed, storage, settings, source, report, alerts } = deps
  let isOpen = true
  let lastCounts = storage.counts.read()

  function counts(): Counts {
    lastCounts = storage.counts.read()
    return lastCounts
  }

  return {
    counts,
    get view() {
      return {
        ...{ counts: lastCounts, source: source.view, settings: settings.values },
        ...{ connection: report.view, doNotDisturb: alerts.doNotDisturb.view, toasts: alerts.view },
        // Read when it is asked for: a view is taken at every change, and most look at something else.
        get newestUnread() {
          return isOpen ? storage.history.newestUnread(trayRowCount) : []
        },
      }
    },
    snapshot() {
      feed.flush()
      return {
        ...{ runId: deps.runId, revision: feed.revision, counts: counts(), lastFrameAt: report.lastFrameAt },
        ...{ source: source.view, storage: storage.ingest.storage, activity: [...deps.activity.entries] },
        ...{ capabilities: deps.capabilities, connection: report.view, settings: settings.values },
        ...{ jobs: deps.jobs.views.filter(isCurrent), doNotDisturb: alerts.doNotDisturb.view },
        ...{
          snoozes: [...alerts.snoozes.list],
          toasts: alerts.view,
          pinnedCount: storage.pinnedCount.read(),
        },
      }
    },
    close() {
      isOpen = false
    },
  }
}
