/**
 * The activity log: what happened, in sentences, for a person who asks why. The newest entries of this run, each in the
 * language of its time.
 */
import type { Clock } from '../../clock/clock.ts'
import type { ActivityEntry } from '../../contract/snapshot.ts'
import type { I18n } from '../../i18n/create-i18n.ts'
import { say, type Wording } from '../../i18n/wording.ts'

export type LogActivity = (
  kind: ActivityEntry['kind'],
  severity: ActivityEntry['severity'],
  text: Wording,
  detail?: string,
) => void

export type ActivityLog = {
  readonly entries: readonly ActivityEntry[]
  readonly log: LogActivity
}

export const activityLimit = 500

export function createActivityLog(
  clock: Clock,
  i18n: () => I18n,
  onEntry: (entry: ActivityEntry) => void,
): ActivityLog {
  const entries: ActivityEntry[] = []
  let nextId = 1
  return {
    entries,
    log(kind, severity, wording, detail) {
      const text = say(i18n(), wording)
      const entry = { entryId: nextId++, at: clock.now(), kind, severity, text, detail: detail ?? null }
      entries.push(entry)
      if (entries.length > activityLimit) entries.shift()
      onEntry(entry)
    },
  }
}
