import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { createManualClock } from '../../clock/manual-clock.ts'
import type { StorageView } from '../../contract/snapshot.ts'
import { parseServerFrame } from '../../protocol/parse-server-frame.ts'
import { temporaryFolder } from '../../testing/temporary-folder.ts'
import { createOutbox } from '../acknowledgements/outbox.ts'
import { createCountsTable } from '../statistics/counts.ts'
import { openDatabase } from './database.ts'
import { createHistory } from './history.ts'
import { type Arrival, createIngest, type StoredBatch } from './ingest.ts'

function arrivalOf(id: string): Arrival {
  const frame = JSON.stringify({ type: 'error', title: 'T', id })
  const parsed = parseServerFrame(frame)
  if (parsed.kind !== 'notification') throw new Error('not a notification')
  return {
    kind: 'notification',
    sourceAddress: 's',
    arrived: { notification: parsed.notification, frame, receivedAt: 1 },
  }
}

function start() {
  const database = openDatabase(join(temporaryFolder(), 'h.sqlite'))
  const clock = createManualClock()
  const batches: StoredBatch[] = []
  const storages: StorageView[] = []
  const counts = createCountsTable(database)
  const ingest = createIngest({
    ...{ database, clock, counts, history: createHistory(database), outbox: createOutbox(database) },
    onStored: (batch) => batches.push(batch),
    onStorage: (storage) => storages.push(storage),
  })
  return { database, clock, batches, storages, counts, ingest }
}

describe('ingest', () => {
  it('stores what comes in one turn in one transaction, in order', async () => {
    const { ingest, batches, counts } = start()
    for (const id of ['a', 'b', 'c']) ingest.add(arrivalOf(id))
    expect(batches).toEqual([])
    await nextTurn()
    expect(batches.map((batch) => batch.rows.map((row) => [row.rowId, row.wireId]))).toEqual([
      [
        [1, 'a'],
        [2, 'b'],
        [3, 'c'],
      ],
    ])
    expect(counts.read().error).toEqual({ total: 3, unread: 3 })
  })

  it('bounds a transaction, and goes on in the next turn', async () => {
    const { ingest, batches } = start()
    for (let index = 0; index < 300; index++) ingest.add(arrivalOf(`n${index}`))
    await nextTurn()
    expect(batches.map((batch) => batch.rows.length)).toEqual([256])
    await nextTurn()
    expect(batches.map((batch) => batch.rows.length)).toEqual([256, 44])
  })

  it('keeps what the disk refuses, says so, and stores it when it can', async () => {
    const { ingest, batches, storages, database, clock, counts } = start()
    database.exec('PRAGMA query_only = ON')
    ingest.add(arrivalOf('a'))
    await nextTurn()
    ingest.add(arrivalOf('b'))
    await nextTurn()
    expect(batches).toEqual([])
    expect(storages.at(-1)?.problem).toMatch(/cannot be stored right now .*tried again/)
    database.exec('PRAGMA query_only = OFF')
    clock.advance(1_000)
    expect(batches.flatMap((batch) => batch.rows.map((row) => row.wireId))).toEqual(['a', 'b'])
    expect(storages.at(-1)).toEqual({ problem: null, waiting: 0 })
    expect(counts.read().error.total).toBe(2)
  })

  it('loses nothing at a clean stop', () => {
    const { ingest, batches } = start()
    for (let index = 0; index < 600; index++) ingest.add(arrivalOf(`n${index}`))
    ingest.flush()
    expect(batches.flatMap((batch) => batch.rows)).toHaveLength(600)
  })
})
