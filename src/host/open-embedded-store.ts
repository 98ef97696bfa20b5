/** The store of the built-in server: in the data folder where it can be, in memory otherwise. The server always starts. */
import { join } from 'node:path'
import type { Clock } from '../clock/clock.ts'
import { setAside } from '../engine/history/salvage.ts'
import { storeLimits } from '../server/limits.ts'
import { describeEvent } from '../server/log/server-events.ts'
import { messageOf } from '../server/message-of.ts'
import { openSqliteStore } from '../server/store/sqlite/open-sqlite-store.ts'
import { StoreError } from '../server/store/sqlite/store-error.ts'
import type { Store } from '../server/store/store.ts'

export type EmbeddedStoreDeps = {
  readonly dataDir: string
  /** The program of the store's thread. */
  readonly workerFile: URL | string
  readonly clock: Clock
  /** Told, in a sentence, what is wrong and what was done about it. */
  readonly note: (text: string) => void
}

export async function openEmbeddedStore(deps: EmbeddedStoreDeps): Promise<Store> {
  const { clock, note } = deps
  try {
    return await openOrBeginAnew(deps)
  } catch (error) {
    note(
      'What is published to the built-in server is kept in memory only, and gone when Tocsin ends. ' +
        messageOf(error),
    )
    return openSqliteStore({ file: null, limits: storeLimits, clock })
  }
}

async function openOrBeginAnew({ dataDir, workerFile, clock, note }: EmbeddedStoreDeps): Promise<Store> {
  const path = join(dataDir, 'server.sqlite')
  const open = () =>
    openSqliteStore({
      file: { path, workerFile },
      limits: storeLimits,
      clock,
      log: (event) => note(describeEvent(event)),
    })
  try {
    return await open()
  } catch (error) {
    if (!(error instanceof StoreError && error.problem === 'unreadable')) throw error
    const aside = setAside(path, clock.now())
    note(
      'What waited in the built-in server could not be read, and a new one was begun; ' +
        `the damaged file is kept as ${aside}.`,
    )
    return await open()
  }
}
