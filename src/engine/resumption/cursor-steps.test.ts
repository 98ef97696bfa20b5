/** What is stored where a connection's beginning is missing, or is another one's by now. */
import { describe, expect, it } from 'vitest'
import type { Arrival } from '../history/arrival.ts'
import { waitingLimit } from '../history/ingest.ts'
import { arrivalOf, openStorage } from '../storage-under-test.ts'
import type { ResumedLink } from './resumed-link.ts'

const linkOf = (epoch: string, own = 0): ResumedLink => ({
  ...{ sourceAddress: 's', clientId: 'alice', asked: 'new' },
  begins: { epoch, own, all: 0 },
})

const placed = (link: ResumedLink, sequence: number): Arrival => ({
  ...arrivalOf({ type: 'info', title: `n${sequence}` }),
  placed: { link, place: { stream: 'own', sequence } },
})

function start() {
  const { storage, batches, storages, clock } = openStorage()
  return {
    ...{ storage, storages, clock },
    cursor: () => storage.cursors.read('s', 'alice'),
    take(...arrivals: readonly Arrival[]) {
      for (const arrival of arrivals) storage.ingest.add(arrival)
      storage.ingest.flush()
      const { rows = [], broken = [] } = batches.at(-1) ?? {}
      return { titles: rows.map(({ title }) => title), broken }
    },
  }
}

describe('a cursor', () => {
  it('that is not begun moves over nothing, and the connection is said to be broken', () => {
    const { take, cursor } = start()
    const link = linkOf('e1')
    expect(take(placed(link, 1), placed(link, 2))).toEqual({ titles: [], broken: [link] })
    expect(cursor()).toBeNull()
  })

  it('of another epoch than the connection moves over nothing of it', () => {
    const { take, cursor } = start()
    const [old, next] = [linkOf('e1'), linkOf('e2')]
    const arrivals = [{ kind: 'begun', link: next } as const, placed(next, 1), placed(old, 2)]
    expect(take(...arrivals)).toEqual({ titles: ['n1'], broken: [old] })
    expect(cursor()).toEqual({ epoch: 'e2', own: 1, all: 0 })
  })

  it('goes on over what two connections bring in one transaction, and over each once', () => {
    const { take, cursor } = start()
    const [first, second] = [linkOf('e1'), linkOf('e1')]
    const arrivals = [{ kind: 'begun', link: first } as const, placed(first, 1), placed(first, 2)]
    const again = [{ kind: 'begun', link: second } as const, ...[1, 2, 3].map((each) => placed(second, each))]
    expect(take(...arrivals, ...again)).toEqual({ titles: ['n1', 'n2', 'n3'], broken: [] })
    expect(cursor()).toEqual({ epoch: 'e1', own: 3, all: 0 })
  })

  it('stays before what did not fit into memory while the disk refused, and that is no loss', () => {
    const { take, cursor, storage, storages, clock } = start()
    const link = linkOf('e1')
    take({ kind: 'begun', link }, placed(link, 1))
    storage.database.exec('PRAGMA query_only = ON')
    take(placed(link, 2))
    for (let sequence = 3; sequence <= waitingLimit + 3; sequence++)
      storage.ingest.add(placed(link, sequence))
    clock.advance(1_000)
    expect(storages.at(-1)).toMatchObject({ waiting: waitingLimit })
    expect(storages.at(-1)?.problem).not.toContain('lost')
    expect(storage.ingest.perishableCount).toBe(0)
    storage.database.exec('PRAGMA query_only = OFF')
    expect(take()).toEqual({ titles: [], broken: [link] })
    expect(cursor()).toEqual({ epoch: 'e1', own: 1, all: 0 })
  })

  it('stands where a server begins, also where nothing comes', () => {
    const { take, cursor } = start()
    take({ kind: 'begun', link: linkOf('e1', 7) })
    expect(cursor()).toEqual({ epoch: 'e1', own: 7, all: 0 })
  })
})
