import { setImmediate as nextTurn } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { arrivalOf as arrivalOfFields, openStorage } from '../storage-under-test.ts'
import type { Arrival } from './arrival.ts'

const arrivalOf = (id: string): Arrival => arrivalOfFields({ type: 'error', title: 'T', id })

function start() {
  const { storage, ...rest } = openStorage()
  return { ...rest, database: storage.database, counts: storage.counts, ingest: storage.ingest }
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

  it('bounds a transaction and a turn, and goes on in the next', async () => {
    const { ingest, batches } = start()
    for (let index = 0; index < 2_100; index++) ingest.add(arrivalOf(`n${index}`))
    await nextTurn()
    expect(batches.map((batch) => batch.rows.length)).toEqual([512, 512, 512, 512])
    await nextTurn()
    expect(batches.map((batch) => batch.rows.length)).toEqual([512, 512, 512, 512, 52])
  })

  it('asks for no more while a turn has all it can store, but for what the disk refuses', async () => {
    const { ingest, crowded, database } = start()
    for (let index = 0; index < 511; index++) ingest.add(arrivalOf(`n${index}`))
    await nextTurn()
    expect(crowded).toEqual([])
    for (let index = 0; index < 1_100; index++) ingest.add(arrivalOf(`n${index}`))
    expect(crowded).toEqual([true])
    await nextTurn()
    await nextTurn()
    expect(crowded).toEqual([true, false])
    for (let index = 0; index < 1_024; index++) ingest.add(arrivalOf(`n${index}`))
    database.exec('PRAGMA query_only = ON')
    await nextTurn()
    for (let index = 0; index < 1_024; index++) ingest.add(arrivalOf(`n${index}`))
    expect(crowded).toEqual([true, false, true, false])
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
