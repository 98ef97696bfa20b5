/** The history and all that works on it, for tests: a real file, a clock that stands still, nobody listening. */
import { onTestFinished } from 'vitest'
import { createManualClock, type ManualClock } from '../clock/manual-clock.ts'
import type { Counts, StorageView } from '../contract/snapshot.ts'
import { english } from '../i18n/i18n-under-test.ts'
import { notificationTypes } from '../protocol/notification-type.ts'
import { parseServerFrame } from '../protocol/parse-server-frame.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { createStorage, type Storage } from './create-storage.ts'
import type { NotificationArrival, StoredBatch } from './history/arrival.ts'
import { toastFates } from './toasts/toast-fate.ts'

export type StorageUnderTest = {
  readonly storage: Storage
  readonly clock: ManualClock
  readonly dataDir: string
  readonly batches: readonly StoredBatch[]
  readonly storages: readonly StorageView[]
  readonly crowded: readonly boolean[]
  /** What the counts must be, from the rows themselves. */
  recounted(): Counts
  close(): void
  /** Stores notifications, one a frame. @returns their rows' ids */
  arrive(...frames: readonly object[]): readonly number[]
}

export function openStorage(dataDir = temporaryFolder(), clock = createManualClock()): StorageUnderTest {
  const batches: StoredBatch[] = []
  const storages: StorageView[] = []
  const crowded: boolean[] = []
  const storage = createStorage({
    ...{
      clock,
      i18n: () => english,
      dataDir,
      decideToasts: (arrived) => arrived.map(() => toastFates.shown),
      sampleDelay: () => null,
    },
    onStored: (batch) => batches.push(batch),
    onCrowded: (isCrowded) => crowded.push(isCrowded),
    onStorage: (view) => storages.push(view),
  })
  let isOpen = true
  const close = (): void => {
    if (isOpen) storage[Symbol.dispose]()
    isOpen = false
  }
  onTestFinished(close)
  return {
    ...{ storage, clock, dataDir, batches, storages, crowded, close },
    recounted() {
      const count = storage.database.prepare(
        `SELECT count(*) AS total, count(*) FILTER (WHERE read_at IS NULL) AS unread
         FROM notifications WHERE type = ? AND deletion_id IS NULL`,
      )
      const counted = notificationTypes.map((type, code) => [type, { ...count.get(code) }])
      return Object.fromEntries(counted) as Counts // an entry for each type
    },
    arrive(...frames) {
      const before = batches.length
      for (const frame of frames) storage.ingest.add(arrivalOf(frame, clock.now()))
      storage.ingest.flush()
      return batches.slice(before).flatMap(({ rows }) => rows.map(({ rowId }) => rowId))
    },
  }
}

export function arrivalOf(fields: object, receivedAt = 1, sourceAddress = 's'): NotificationArrival {
  const frame = JSON.stringify(fields)
  const parsed = parseServerFrame(frame)
  if (parsed.kind !== 'notification') throw new Error(`That is no notification: ${frame}`)
  const arrived = { notification: parsed.notification, frame, receivedAt }
  return { kind: 'notification', sourceAddress, arrived }
}
