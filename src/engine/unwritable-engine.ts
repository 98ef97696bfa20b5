/** For tests: an engine whose disk can be read and not written, from the moment that is asked for. */
import { DatabaseSync } from 'node:sqlite'
import { vi } from 'vitest'
import type { EngineUnderTest } from './engine-under-test.ts'
import { plainFrames, startFilled } from './filled-engine.ts'
import { historyFileName } from './history/open-history.ts'

export type UnwritableEngine = {
  readonly app: EngineUnderTest
  /** The engine's own connection to its history. */
  readonly database: DatabaseSync
  refuseWrites(): void
  allowWrites(): void
}

export function startUnwritable(
  count: number,
  setup: Parameters<typeof startFilled>[1] = {},
): UnwritableEngine {
  const executed = vi.spyOn(DatabaseSync.prototype, 'exec')
  const app = startFilled(plainFrames(count), setup)
  const connections = executed.mock.contexts.filter((each) => each instanceof DatabaseSync)
  const database = connections.findLast((each) => each.isOpen && each.location()?.endsWith(historyFileName))
  executed.mockRestore()
  if (database === undefined) throw new Error('The engine has no history open.')
  return {
    ...{ app, database },
    refuseWrites: () => database.exec('PRAGMA query_only = ON'),
    allowWrites: () => database.exec('PRAGMA query_only = OFF'),
  }
}
