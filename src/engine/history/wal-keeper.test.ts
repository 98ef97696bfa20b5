import { existsSync, readdirSync, readlinkSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { createManualClock } from '../../clock/manual-clock.ts'
import { temporaryFolder } from '../../testing/temporary-folder.ts'
import { openStorage } from '../storage-under-test.ts'
import { createWalKeeper } from './wal-keeper.ts'

const descriptors = '/proc/self/fd'
const mebibyte = 1024 * 1024

/** How many descriptors of this process have the file. */
const openCount = (path: string): number =>
  readdirSync(descriptors).filter((name) => linkOf(name) === path).length

function linkOf(name: string): string | null {
  try {
    return readlinkSync(join(descriptors, name))
  } catch {
    // The one that listed them is closed again.
    return null
  }
}

function setUp() {
  const app = openStorage()
  const { clock, storage } = app
  const walPath = `${storage.path}-wal`
  const grown: number[] = []
  const keeper = createWalKeeper({ clock, walPath, onGrown: () => grown.push(statSync(walPath).size) })
  onTestFinished(() => keeper[Symbol.dispose]())
  return {
    ...{ ...app, keeper, walPath },
    grown: () => grown.length,
    size: () => statSync(walPath).size,
    write: (kilobytes: number) =>
      app.arrive({ type: 'info', title: 'T', message: 'x'.repeat(kilobytes * 1024) }),
    look() {
      keeper.committed()
      clock.advance(1_000)
    },
  }
}

describe('the keeper of the write-ahead log', () => {
  it('asks for a checkpoint only once the log is past 4 MiB', async () => {
    const { look, write, size, grown } = setUp()
    for (let written = 0; written < 7; written++) write(500)
    expect(size()).toBeLessThan(4 * mebibyte)
    look()
    expect(grown()).toBe(0)
    write(900)
    expect(size()).toBeGreaterThan(4 * mebibyte)
    // Not while an earlier sync goes on.
    await vi.waitFor(() => {
      look()
      expect(grown()).toBe(1)
    })
  })

  it('looks a second after a commit, once for all that come meanwhile, and not without any', () => {
    const { keeper, clock, write, grown } = setUp()
    for (let written = 0; written < 5; written++) write(1_000)
    clock.advance(10_000)
    expect([grown(), clock.timerCount]).toEqual([0, 0])
    for (let commits = 0; commits < 10; commits++) keeper.committed()
    expect(clock.timerCount).toBe(1)
    clock.advance(999)
    expect(grown()).toBe(0)
    clock.advance(1)
    expect([grown(), clock.timerCount]).toEqual([1, 0])
  })

  it('has nothing to do while there is no log', () => {
    const clock = createManualClock()
    const walPath = join(temporaryFolder(), 'none-wal')
    using keeper = createWalKeeper({ clock, walPath, onGrown: () => expect.unreachable() })
    keeper.committed()
    clock.advance(1_000)
    expect(existsSync(walPath)).toBe(false)
  })

  it.skipIf(!existsSync(descriptors))('leaves nothing open and no timer behind', async () => {
    const { keeper, clock, write, walPath } = setUp()
    write(1)
    const before = openCount(walPath)
    expect(before).toBeGreaterThan(0)
    keeper.committed()
    clock.advance(1_000)
    expect(openCount(walPath)).toBe(before + 1)
    keeper.committed()
    // In the middle of a sync: it is closed when that is over.
    keeper[Symbol.dispose]()
    expect(clock.timerCount).toBe(0)
    await vi.waitFor(() => expect(openCount(walPath)).toBe(before))
  })
})

describe('a keeper of the log', () => {
  it('a commit while the log is being synced is synced as well', () => {
    const { clock, storage, arrive } = openStorage()
    arrive({ type: 'info', title: 'T', id: 'a' })
    using keeper = createWalKeeper({ clock, walPath: `${storage.path}-wal`, onGrown() {} })
    keeper.committed()
    clock.advance(1_000)
    keeper.committed()
    clock.advance(1_000)
    expect(clock.timerCount).toBe(1)
  })

  it('a commit after the end sets no timer', () => {
    const { clock, storage, arrive } = openStorage()
    arrive({ type: 'info', title: 'T', id: 'a' })
    const keeper = createWalKeeper({ clock, walPath: `${storage.path}-wal`, onGrown() {} })
    keeper[Symbol.dispose]()
    keeper.committed()
    expect(clock.timerCount).toBe(0)
  })

  it('looks within a second of a first commit, and less often in a stream of them', async () => {
    const { clock, storage, arrive } = openStorage()
    arrive({ type: 'info', title: 'T' })
    storage.database.exec('CREATE TABLE big (x); INSERT INTO big VALUES (zeroblob(5000000))')
    const looks: number[] = []
    using keeper = createWalKeeper({
      ...{ clock, walPath: `${storage.path}-wal` },
      onGrown: () => looks.push(clock.monotonicNow()),
    })
    const begun = clock.monotonicNow()
    for (let tick = 0; tick < 100_000 && looks.length < 3; tick++) {
      keeper.committed()
      clock.advance(100)
      await nextTurn()
    }
    const [first = 0, second = 0, third = 0] = looks
    expect(first - begun).toBe(1_000)
    // Later where the disk takes longer than that.
    expect(Math.min(second - first, third - second)).toBeGreaterThanOrEqual(5_000)
  })
})
