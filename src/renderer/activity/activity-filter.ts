/** Which of the activity's entries are looked at. Pure. */
import type { ActivityEntry } from '../../contract/snapshot.ts'

export type ActivityKind = ActivityEntry['kind']

export const activityKinds: readonly ActivityKind[] = [
  ...(['connection', 'system', 'acknowledgement', 'rejected'] as const),
  ...(['settings', 'toast', 'storage'] as const),
]

export type ActivityFilter = {
  /** Null for every kind. */
  readonly kind: ActivityKind | null
  /** Warnings and errors alone. */
  readonly isProblemsOnly: boolean
}

export const everything: ActivityFilter = { kind: null, isProblemsOnly: false }

/** @returns the newest first */
export function filterActivity(
  entries: readonly ActivityEntry[],
  { kind, isProblemsOnly }: ActivityFilter,
): readonly ActivityEntry[] {
  return entries
    .filter((entry) => kind === null || entry.kind === kind)
    .filter((entry) => !isProblemsOnly || entry.severity !== 'info')
    .toReversed()
}
