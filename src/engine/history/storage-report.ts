/** Tells windows and the log how storing goes. Not: what is done where it does not. */
import type { StorageView } from '../../contract/snapshot.ts'
import { worded } from '../../i18n/wording.ts'
import type { LogActivity } from '../activity/activity-log.ts'
import type { StateFeed } from '../state/state-feed.ts'

export type StorageReportDeps = {
  readonly feed: Pick<StateFeed, 'publish'>
  readonly log: LogActivity
}

/** @returns to be called at each change */
export function createStorageReport({ feed, log }: StorageReportDeps): (storage: StorageView) => void {
  let isStoring = true
  return (storage) => {
    const { problem } = storage
    feed.publish({ kind: 'storage-changed', storage })
    // Once when it begins and once when it is over: how much waits changes every second.
    if (isStoring === (problem === null)) return
    isStoring = problem === null
    if (problem !== null) log('storage', 'error', problem)
    else log('storage', 'info', worded('engine-storage.again'))
  }
}
