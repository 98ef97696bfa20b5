/** One app a data folder: the first holds a lock, and is told of those that come later. Synchronous, as Electron's. */
import { mkdirSync, readFileSync, rmSync, watch, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** What a second process tells the first one. */
export type SecondStart = {
  readonly args: readonly string[]
  /** As it was given: what cannot be cloned is refused by Electron too. */
  readonly data: unknown
}

/** @returns its release, or null where another process holds the lock: that one has been told then */
export function takeSingleInstanceLock(
  folder: string,
  start: SecondStart,
  onSecond: (start: SecondStart) => void,
): (() => void) | null {
  mkdirSync(folder, { recursive: true })
  const lock = join(folder, 'stand-in.lock')
  const knock = join(folder, 'stand-in.knock')
  if (!write(lock)) {
    if (isAlive(Number(readFileSync(lock, 'utf8')))) {
      writeFileSync(knock, JSON.stringify(start))
      return null
    }
    // Left by one that was killed.
    rmSync(lock)
    write(lock)
  }
  const watcher = watch(folder, (_kind, name) => {
    const told = name === 'stand-in.knock' ? readStart(knock) : null
    if (told !== null) onSecond(told)
  })
  return () => {
    watcher.close()
    rmSync(lock, { force: true })
  }
}

function write(lock: string): boolean {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' })
    return true
  } catch {
    return false
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

/** Read once, and gone then; null while it is being written. */
function readStart(knock: string): SecondStart | null {
  try {
    const start = JSON.parse(readFileSync(knock, 'utf8')) as SecondStart // written above
    rmSync(knock)
    return start
  } catch {
    return null
  }
}
