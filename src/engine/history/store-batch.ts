/** Stores what came: rows, counts, confirmations, and how far a server's streams are stored. Not: when, and what if not. */

import type { Clock } from '../../clock/clock.ts'
import type { NotificationRow } from '../../contract/notification-row.ts'
import type { Outbox } from '../acknowledgements/outbox.ts'
import type { ReadElsewhere } from '../acknowledgements/read-elsewhere.ts'
import type { CursorSteps } from '../resumption/cursor-steps.ts'
import type { CountsTable } from '../statistics/counts.ts'
import type { Durations } from '../statistics/durations.ts'
import type { Volume } from '../statistics/volume.ts'
import { type ToastFate, toastFates } from '../toasts/toast-fate.ts'
import type {
  Arrival,
  ConfirmationArrival,
  NewNotification,
  NotificationArrival,
  StoredBatch,
} from './arrival.ts'
import type { NewRow } from './insert-rows.ts'
import type { Sources } from './sources.ts'
import { newNotificationRow } from './stored-row.ts'
import { toCode } from './type-code.ts'

export type StoreBatchDeps = {
  /** Stores rows, gives the first one's id. */
  readonly insert: (rows: readonly NewRow[]) => number
  readonly sources: Pick<Sources, 'id'>
  readonly outbox: Outbox
  readonly counts: CountsTable
  readonly volume: Volume
  readonly durations: Durations
  readonly clock: Clock
  startCursorSteps(): CursorSteps
  readonly readElsewhere: ReadElsewhere
  /** @returns a fate for each, in order; it is asked again where storing them has failed */
  decideToasts(arrived: readonly NewNotification[]): readonly ToastFate[]
  /** Milliseconds from the timestamp to the arrival, where that can be told. */
  sampleDelay(timestamp: string | null, receivedAt: number): number | null
}

/** How many of a batch tell how late notifications come: more would cost, and tell no more. */
const delaySamples = 4

/** @returns stores a batch, inside a transaction; one that is rolled back may be given again */
export function createBatchStore(deps: StoreBatchDeps): (batch: readonly Arrival[]) => StoredBatch {
  const { sources, outbox, counts, volume, durations } = deps
  const delays = new WeakMap<NewNotification, number | null>()

  function storeNotifications(
    arrivals: readonly NotificationArrival[],
    fates: readonly ToastFate[],
  ): NotificationRow[] {
    if (arrivals.length === 0) return []
    const storedAt = deps.clock.now()
    const firstRowId = deps.insert(
      arrivals.map(({ sourceAddress, arrived }, place) => ({
        sourceId: sources.id(sourceAddress),
        typeCode: toCode(arrived.notification.type),
        receivedAt: arrived.receivedAt,
        storedAfterMs: Math.max(0, storedAt - arrived.receivedAt),
        toastFate: fates[place] ?? 0,
        frame: arrived.frame,
      })),
    )
    const rows = arrivals.map(({ arrived }, place) =>
      newNotificationRow(arrived.notification, firstRowId + place, arrived.receivedAt),
    )
    counts.apply(rows.map(({ type }) => ({ type, total: 1, unread: 1 })))
    volume.add(rows)
    durations.add('delivery-delay', sampleDelays(arrivals))
    return rows
  }

  function sampleDelays(arrivals: readonly NotificationArrival[]): number[] {
    return arrivals
      .slice(0, delaySamples)
      .map(({ arrived }) => sampleDelay(arrived))
      .filter((delayMs) => delayMs !== null)
  }

  /** Once for each, however often storing it is tried: what is sampled is learnt from. */
  function sampleDelay(arrived: NewNotification): number | null {
    const sampled = delays.get(arrived)
    if (sampled !== undefined) return sampled
    const delayMs = deps.sampleDelay(arrived.notification.timestamp, arrived.receivedAt)
    delays.set(arrived, delayMs)
    return delayMs
  }

  /** @returns the acknowledgements of ours that it confirms; none where it answers nothing of ours */
  function storeConfirmation({ sourceAddress, wireId, at }: ConfirmationArrival): number[] {
    const confirmed = outbox.confirm(sources.id(sourceAddress), wireId, at)
    durations.add(
      'acknowledgement-latency',
      confirmed.map(({ requestedAt }) => at - requestedAt),
    )
    return confirmed.map(({ acknowledgementId }) => acknowledgementId)
  }

  /** What comes together with another connection's acknowledgement has been seen: no toast. */
  function decideToasts(
    arrivals: readonly NotificationArrival[],
    elsewhere: readonly ConfirmationArrival[],
  ): readonly ToastFate[] {
    if (arrivals.length === 0) return []
    const seen = new Set(elsewhere.map(keyOf))
    if (seen.size === 0) return deps.decideToasts(arrivals.map(({ arrived }) => arrived))
    const isSeen = ({ sourceAddress, arrived: { notification } }: NotificationArrival): boolean =>
      notification.id !== null && seen.has(keyOf({ sourceAddress, wireId: notification.id }))
    const fates = deps.decideToasts(
      arrivals.filter((arrival) => !isSeen(arrival)).map(({ arrived }) => arrived),
    )
    const next = fates.values()
    return arrivals.map((arrival) =>
      isSeen(arrival) ? toastFates.readElsewhere : (next.next().value ?? toastFates.unknown),
    )
  }

  return (batch) => {
    const cursors = deps.startCursorSteps()
    const arrivals: NotificationArrival[] = []
    const confirmations: ConfirmationArrival[] = []
    for (const arrival of batch) {
      switch (arrival.kind) {
        case 'notification':
          if (arrival.placed === undefined || cursors.pass(arrival.placed)) arrivals.push(arrival)
          break
        case 'confirmation':
          confirmations.push(arrival)
          break
        case 'begun':
          cursors.begin(arrival.link)
          break
        case 'expired':
          cursors.pass(arrival.placed)
          break
      }
    }
    const confirmed = confirmations.map((each) => ({ each, ids: storeConfirmation(each) }))
    const elsewhere = confirmed
      .filter(({ each, ids }) => each.isShared === true && ids.length === 0)
      .map(({ each }) => each)
    const fates = decideToasts(arrivals, elsewhere)
    const rows = storeNotifications(arrivals, fates)
    return {
      ...{ rows, fates, confirmedIds: confirmed.flatMap(({ ids }) => ids) },
      readElsewhere: deps.readElsewhere(
        elsewhere.map((each) => ({ sourceId: sources.id(each.sourceAddress), ...each })),
      ),
      broken: cursors.end(),
    }
  }
}

const keyOf = ({ sourceAddress, wireId }: Pick<ConfirmationArrival, 'sourceAddress' | 'wireId'>): string =>
  `${sourceAddress} ${wireId.toWellFormed()}`
