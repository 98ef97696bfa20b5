/** What windows and toasts are told when the history changes. Not: when it does. */
import type { AcknowledgementState } from '../contract/notification-row.ts'
import type { Counts } from '../contract/snapshot.ts'
import type { MarkedGroup } from './acknowledgements/marking.ts'
import type { Outbox } from './acknowledgements/outbox.ts'
import type { OnScreen } from './create-toast-work.ts'
import type { StoredBatch } from './history/arrival.ts'
import type { StateFeed } from './state/state-feed.ts'

export type Announcements = {
  arrived(batch: StoredBatch): void
  acknowledgements(acknowledgementIds: readonly number[], state: AcknowledgementState): void
  read(groups: readonly MarkedGroup[]): void
  unread(rowIds: readonly number[]): void
  allRead(upToRowId: number, readAt: number): void
  pinned(rowIds: readonly number[], pinnedAt: number | null): void
  deleted(rowIds: readonly number[]): void
  /** Rows are there that were not: lists are to be asked for again. */
  historyChanged(): void
}

export type AnnouncementsDeps = {
  readonly feed: Pick<StateFeed, 'publish'>
  readonly toasts: OnScreen
  readonly outbox: Pick<Outbox, 'rowIds'>
  counts(): Counts
  pinnedCount(): number
}

export function createAnnouncements({ feed, toasts, outbox, ...deps }: AnnouncementsDeps): Announcements {
  const { counts } = deps
  let pinnedCount = deps.pinnedCount()

  function tellPinnedCount(): void {
    const before = pinnedCount
    pinnedCount = deps.pinnedCount()
    if (pinnedCount !== before) feed.publish({ kind: 'pinned-count-changed', pinnedCount })
  }

  return {
    arrived({ rows, fates }) {
      feed.publish({ kind: 'notifications-arrived', rows: [...rows], counts: counts() })
      toasts.arrived(rows, fates)
    },
    acknowledgements(acknowledgementIds, acknowledgement) {
      const rowIds = [...outbox.rowIds(acknowledgementIds)]
      if (rowIds.length > 0) feed.publish({ kind: 'acknowledgement-changed', rowIds, acknowledgement })
    },
    read(groups) {
      for (const { rowIds, readAt, acknowledgement } of groups) {
        const change = { rowIds: [...rowIds], readAt, acknowledgement, counts: counts() }
        feed.publish({ kind: 'notifications-read', ...change })
      }
      toasts.read(groups.flatMap(({ rowIds }) => rowIds))
    },
    unread: (rowIds) => feed.publish({ kind: 'notifications-unread', rowIds: [...rowIds], counts: counts() }),
    allRead(upToRowId, readAt) {
      feed.publish({ kind: 'all-read', upToRowId, readAt, counts: counts() })
      toasts.allRead(upToRowId)
    },
    pinned(rowIds, pinnedAt) {
      feed.publish({ kind: 'pins-changed', rowIds: [...rowIds], pinnedAt })
      tellPinnedCount()
    },
    deleted(rowIds) {
      feed.publish({ kind: 'notifications-deleted', rowIds: [...rowIds], counts: counts() })
      tellPinnedCount()
      toasts.deleted(rowIds)
    },
    historyChanged() {
      feed.publish({ kind: 'history-changed', counts: counts() })
      tellPinnedCount()
    },
  }
}
