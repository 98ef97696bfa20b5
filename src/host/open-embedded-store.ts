/** The store of the built-in server: in the data folder where it can be, in memory otherwise. The server always starts. */
import { join } from 'node:path'
import type { Clock } from '../clock/clock.ts'
import { setAside } from '../engine/history/salvage.ts'
import { type Wording, worded } from '../i18n/wording.ts'
import { storeLimits } from '../server/limits.ts'
import { openSqliteStore } from '../server/store/sqlite/open-sqlite-store.ts'
import { StoreError } from '../server/store/sqlite/store-error.ts'
import type { Store } from '../server/store/store.ts'
import { eventInWords, keptInMemory } from './embedded-store-words.ts'

export type EmbeddedStoreDeps = {
  readonly dataDir: string
  /** The program of the store's thread. */
  readonly workerFile: URL | string
  readonly clock: Clock
  /** Told what is wrong and what was done about it. */
  readonly note: (problem: Wording) => void
}

const pathIn = (dataDir: string): string => join(dataDir, 'server.sqlite')

export async function openEmbeddedStore(deps: EmbeddedStoreDeps): Promise<Store> {
  const { clock, note } = deps
  try {
    return await openOrBeginAnew(deps)
  } catch (error) {
    note(keptInMemory(error, pathIn(deps.dataDir)))
    return openSqliteStore({ file: null, limits: storeLimits, clock })
  }
}

async function openOrBeginAnew({ dataDir, workerFile, clock, note }: EmbeddedStoreDeps): Promise<Store> {
  const path = pathIn(dataDir)
  const open = () =>
    openSqliteStore({
      file: { path, workerFile },
      limits: storeLimits,
      clock,
      log: (event) => note(eventInWords(event)),
    })
  try {
    return await open()
  } catch (error) {
    if (!(error instanceof StoreError && error.problem === 'unreadable')) throw error
    const aside = setAside(path, clock.now())
    note(worded('embedded-server.damaged', { aside }))
    return await open()
  }
}
