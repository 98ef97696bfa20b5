/** Puts read marks on rows, and measures how long each took to be read. Not: which rows, and what the server is told. */
import type { DatabaseSync } from 'node:sqlite'
import type { AcknowledgementState } from '../../contract/notification-row.ts'
import { toType } from '../history/type-code.ts'
import type { CountsTable } from '../statistics/counts.ts'
import type { Durations } from '../statistics/durations.ts'
import type { Outbox } from './outbox.ts'
import type { OutboxState } from './outbox-state.ts'
import type { UnreadRow } from './read-jobs.ts'

export type MarkedGroup = {
  readonly rowIds: readonly number[]
  readonly acknowledgement: Exclude<AcknowledgementState, 'none'>
  readonly readAt: number
}

/** A row, and the acknowledgement that it is read by; null: its id says nothing to a server. */
export type Marked = { readonly row: UnreadRow; readonly acknowledgementId: number | null }

/** All of it inside a transaction. */
export type Marking = {
  /** @param state of the acknowledgements, except of rows that have kept theirs */
  finish(marked: readonly Marked[], readAt: number, state?: OutboxState): MarkedGroup[]
  /** As `finish`, of what was read on another device: how long that took says nothing about this one. */
  finishUnmeasured(marked: readonly Marked[], readAt: number, state: OutboxState): MarkedGroup[]
  /** They count as read from now on. */
  countDown(marked: readonly Marked[]): void
}

export type MarkingDeps = {
  readonly database: DatabaseSync
  readonly outbox: Pick<Outbox, 'stateOf'>
  readonly counts: CountsTable
  readonly durations: Durations
  /** Whether it was read before it was marked as unread. */
  wasRead(rowId: number): boolean
}

/** It was read before, and told: it is neither told nor measured again. */
export const hasKept = ({ acknowledgementId }: UnreadRow): boolean => acknowledgementId !== null

export function createMarking({ database, outbox, counts, durations, wasRead }: MarkingDeps): Marking {
  const mark = database.prepare(
    'UPDATE notifications SET read_at = ?, acknowledgement_id = ? WHERE row_id = ?',
  )

  function stateOf({ row, acknowledgementId }: Marked, state: OutboxState): MarkedGroup['acknowledgement'] {
    if (acknowledgementId === null) return 'local'
    return hasKept(row) ? outbox.stateOf(acknowledgementId) : state
  }

  function finishUnmeasured(marked: readonly Marked[], readAt: number, state: OutboxState): MarkedGroup[] {
    for (const { row, acknowledgementId } of marked) mark.run(readAt, acknowledgementId, row.rowId)
    return [...Map.groupBy(marked, (each) => stateOf(each, state))].map(([acknowledgement, group]) => ({
      ...{ rowIds: group.map(({ row }) => row.rowId), acknowledgement, readAt },
    }))
  }

  const isFirstTime = ({ row }: Marked): boolean =>
    !hasKept(row) && !(row.wireId === null && wasRead(row.rowId))

  return {
    finishUnmeasured,
    finish(marked, readAt, state = 'pending') {
      durations.add(
        'time-to-read',
        marked.filter(isFirstTime).map(({ row }) => readAt - row.receivedAt),
      )
      return finishUnmeasured(marked, readAt, state)
    },
    countDown(marked) {
      counts.apply(marked.map(({ row }) => ({ type: toType(row.typeCode), total: 0, unread: -1 })))
    },
  }
}
