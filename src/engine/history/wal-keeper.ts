/**
 * Looks after the write-ahead log: on the disk within a second of a commit (five in a steady stream), and copied into the history by the
 * background thread when it has grown, so that neither an fsync nor a checkpoint ever stalls the main loop.
 */
import { closeSync, fdatasync, fstatSync, openSync } from 'node:fs'
import type { Clock } from '../../clock/clock.ts'

export type WalKeeper = Disposable & {
  /** A transaction was committed. */
  committed(): void
}

export type WalKeeperDeps = {
  readonly clock: Clock
  readonly walPath: string
  /** The log has grown: time for a checkpoint. */
  onGrown(): void
}

const syncWithinMs = 1_000
/** While one is under way the system holds up whoever writes to the file: in a steady stream it is done less often. */
const betweenSyncsMs = 5_000
const grownBytes = 4 * 1024 * 1024

export function createWalKeeper({ clock, walPath, onGrown }: WalKeeperDeps): WalKeeper {
  let descriptor: number | null = null
  let timer: Disposable | null = null
  let isSyncing = false
  /** A commit came while it was being synced. */
  let isDue = false
  let isDisposed = false
  let lookedAt = Number.NEGATIVE_INFINITY

  function committed(): void {
    if (isDisposed) return
    const quietFor = clock.monotonicNow() - lookedAt
    timer ??= clock.setTimer(Math.max(syncWithinMs, betweenSyncsMs - quietFor), look)
  }

  /** SQLite makes the log at the first write, and takes it away when the last connection is closed. */
  function open(): number | null {
    try {
      descriptor ??= openSync(walPath, 'r+')
    } catch {
      // There is none: then there is nothing to look after.
    }
    return descriptor
  }

  function look(): void {
    timer = null
    lookedAt = clock.monotonicNow()
    const walFile = open()
    if (walFile === null) return
    if (isSyncing) {
      isDue = true
      return
    }
    isSyncing = true
    // An error here is the disk's, and the next commit meets it too: that one tells the user.
    fdatasync(walFile, () => {
      isSyncing = false
      if (isDisposed) close()
      else if (isDue) committed()
      isDue = false
    })
    if (fstatSync(walFile).size > grownBytes) onGrown()
  }

  function close(): void {
    if (descriptor !== null) closeSync(descriptor)
    descriptor = null
  }

  return {
    committed,
    [Symbol.dispose]() {
      isDisposed = true
      timer?.[Symbol.dispose]()
      if (!isSyncing) close()
    },
  }
}
