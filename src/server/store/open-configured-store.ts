/** The store that the command's options ask for: a file or memory of this server's own, or what nodes share over NATS. */
import { join } from 'node:path'
import type { Clock, Random } from '../../clock/clock.ts'
import type { Configuration } from '../configuration/server-options.ts'
import { defaultDataFolder } from '../data-folder.ts'
import { storeLimits } from '../limits.ts'
import type { Log } from '../log/server-events.ts'
import { readNatsSettings } from './nats/nats-settings.ts'
import type { StoreFile } from './sqlite/open-call-runner.ts'
import { openSqliteStore } from './sqlite/open-sqlite-store.ts'
import type { Store } from './store.ts'

const storeFileName = 'server.sqlite'
/** A copy of what nodes share: never mixed with what a server kept for itself. */
const nodeFileName = 'node.sqlite'

/** @throws StoreError with what to do, when a file cannot be used */
export async function openConfiguredStore(
  configuration: Configuration,
  deps: { readonly clock: Clock; readonly random: Random; readonly log: Log; readonly workerFile: URL },
): Promise<Store> {
  const { clock, random, log, workerFile } = deps
  const { port, 'data-dir': chosenDir, nats } = configuration
  const dataDir = chosenDir ?? defaultDataFolder(port)
  const options = { limits: storeLimits, clock, log }
  // What systems say about themselves is nobody else's business.
  process.umask(0o077)
  const fileNamed = (name: string): StoreFile =>
    dataDir === null ? null : { path: join(dataDir, name), workerFile }
  if (nats !== null) {
    // Most never need it.
    const { openNatsStore } = await import('./nats/open-nats-store.ts')
    const settings = readNatsSettings(configuration, nats)
    return openNatsStore({ ...options, settings, file: fileNamed(nodeFileName), random })
  }
  if (dataDir === null) log({ event: 'kept-in-memory' })
  return openSqliteStore({ ...options, file: fileNamed(storeFileName) })
}
