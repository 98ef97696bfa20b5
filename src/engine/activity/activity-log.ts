/** The activity log: what happened, in sentences, for a person who asks why. The newest entries of this run. */
import type { Clock } from '../../clock/clock.ts'
import type { ActivityEntry } from '../../contract/snapshot.ts'

export type LogActivity = (
  kind: ActivityEntry['kind'],
  severity: ActivityEntry['severity'],
  text: string,
  detail?: string,
) => void

export type ActivityLog = {
  readonly entries: readonly ActivityEntry[]
  readonly log: LogActivity
}

export const activityLimit = 500

export function createActivityLog(clock: Clock, onEntry: (entry: ActivityEntry) => void): ActivityLog {
  const entries: ActivityEntry[] = []
  let nextId = 1
  return {
    entries,
    log(kind, severity, text, detail) {
      const entry = { entryId: nextId++, at: clock.now(), kind, severity, text, detail: detail ?? null }
      entries.push(entry)
      if (entries.length > activityLimit) entries.shift()
      onEntry(entry)
    },
  }
}
