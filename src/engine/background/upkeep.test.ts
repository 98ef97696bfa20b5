import { setImmediate } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import type { FromThread } from './background-messages.ts'
import { createUpkeep } from './upkeep.ts'

describe('the upkeep of the index', () => {
  it('indexes in slices until it has caught up, then drops one', async () => {
    const { upkeep, posted } = setUp({ rows: 10_000, removed: [7, 8] })
    upkeep.drop()
    upkeep.index()
    await drain()
    expect(posted).toEqual([
      { kind: 'indexed', indexed: 4_000, behind: 6_000 },
      { kind: 'indexed', indexed: 4_000, behind: 2_000 },
      { kind: 'indexed', indexed: 2_000, behind: 0 },
      { kind: 'dropped', rowIds: [7, 8] },
    ])
  })

  it('merges step by step when all is indexed and dropped, and not before', async () => {
    const { upkeep, index } = setUp({ rows: 8_000, removed: [7] })
    index.mergesLeft = 3
    upkeep.drop()
    upkeep.index()
    await setImmediate()
    await setImmediate()
    expect(index.mergesLeft).toBe(3)
    await drain()
    expect(index.mergesLeft).toBe(0)
  })

  it('lets others in between two slices', async () => {
    const { upkeep, posted } = setUp({ rows: 8_000 })
    upkeep.index()
    await setImmediate()
    expect(posted).toHaveLength(1)
  })

  it('pauses when it fails, and says why', async () => {
    const { upkeep, posted, index } = setUp({ rows: 8_000 })
    index.problem = 'database or disk is full'
    upkeep.index()
    await drain()
    expect(posted).toEqual([{ kind: 'upkeep-failed', problem: 'database or disk is full' }])
    index.problem = null
    upkeep.index()
    await drain()
    expect(posted.at(-1)).toEqual({ kind: 'indexed', indexed: 4_000, behind: 0 })
  })

  it('does nothing once it is stopped', async () => {
    const { upkeep, posted } = setUp({ rows: 8_000 })
    upkeep.index()
    upkeep.stop()
    upkeep.drop()
    await drain()
    expect(posted).toEqual([])
  })
})

async function drain(): Promise<void> {
  for (let turn = 0; turn < 10; turn++) await setImmediate()
}

function setUp({ rows = 0, removed = [] as readonly number[] }) {
  const posted: FromThread[] = []
  let behind = rows
  const index = {
    problem: null as string | null,
    indexSlice(limit: number) {
      if (index.problem !== null) throw new Error(index.problem)
      const indexed = Math.min(limit, behind)
      behind -= indexed
      return { indexed, behind }
    },
    mergesLeft: 0,
    mergeSlice() {
      index.mergesLeft -= 1
      return index.mergesLeft > 0
    },
    dropRemoved: () => [...removed],
  }
  const upkeep = createUpkeep({ index, post: (message) => posted.push(message) })
  return { upkeep, posted, index }
}
