/** The rules of a store, held by SQLite: in memory, and in a file with its thread. */
import { join } from 'node:path'
import { createManualClock } from '../../../clock/manual-clock.ts'
import { temporaryFolder } from '../../../testing/temporary-folder.ts'
import { storeLimits } from '../../limits.ts'
import { describeStore } from '../../testing/store-contract.ts'
import { openSqliteStore } from './open-sqlite-store.ts'

const workerFile = new URL('./worker.ts', import.meta.url)
const open = (file: { path: string; workerFile: URL } | null) => (nowMs: number) =>
  openSqliteStore({ file, limits: storeLimits, clock: createManualClock(nowMs) })

describeStore('memory', open(null))
describeStore('SQLite', (nowMs) => {
  const path = join(temporaryFolder(), 'server.sqlite')
  return open({ path, workerFile })(nowMs)
})
