/** The built-in server within the notifier: its file is whole after a stop, and never keeps the notifier from starting. */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { systemClock } from '../clock/system-clock.ts'
import { noDesktop } from '../engine/no-desktop.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { type Notifier, startNotifier } from './start-notifier.ts'

const storeWorker = new URL('../server/store/sqlite/worker.ts', import.meta.url).href

/** Where a build would be: the store's thread is the source's. */
function packageFolder(): string {
  const root = temporaryFolder()
  mkdirSync(join(root, 'out', 'main'), { recursive: true })
  writeFileSync(join(root, 'package.json'), '{"type":"module"}')
  writeFileSync(
    join(root, 'out', 'main', 'server-store-worker.js'),
    `import ${JSON.stringify(storeWorker)}\n`,
  )
  return root
}

function start(dataDir: string): Notifier {
  const settings: Record<string, unknown> = { clientId: 'alice' }
  return startNotifier({
    ...noDesktop,
    ...{ dataDir, clock: systemClock, packageRoot: packageFolder(), notices: [] },
    flags: { source: null, frequencySeconds: null },
    settingsStore: { get: (name) => settings[name], set: (change) => void Object.assign(settings, change) },
    secrets: { has: () => false, get: () => Promise.resolve(null), set: () => Promise.resolve(null) },
    chooseFile: { forExport: () => Promise.resolve(null), forImport: () => Promise.resolve(null) },
    report(problem) {
      throw problem
    },
  })
}

async function live({ engine }: Notifier): Promise<void> {
  await expect.poll(() => engine.view.connection.phase, { timeout: 10_000 }).toBe('live')
}

const activityOf = async ({ engine }: Notifier): Promise<readonly string[]> =>
  (await engine.handlers.getSnapshot({})).activity.map(({ text }) => text)

test('a stop leaves a file that is whole, with no log beside it', async () => {
  const dataDir = temporaryFolder()
  const notifier = start(dataDir)
  await live(notifier)
  await notifier.close()
  expect(readdirSync(dataDir).filter((name) => name.startsWith('server'))).toEqual(['server.sqlite'])
  const database = new DatabaseSync(join(dataDir, 'server.sqlite'), { readOnly: true })
  expect(database.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' })
  expect(database.prepare("SELECT count(*) AS count FROM streams WHERE client_id = 'alice'").get()).toEqual({
    count: 1,
  })
  database.close()
})

test('with a damaged file it is live all the same, and the activity log tells', async () => {
  const dataDir = temporaryFolder()
  writeFileSync(join(dataDir, 'server.sqlite'), 'damaged '.repeat(200))
  const notifier = start(dataDir)
  await live(notifier)
  const told = (await activityOf(notifier)).filter((text) => text.includes('server.sqlite.damaged-'))
  expect(told).toHaveLength(1)
  await notifier.close()
})

test('with a file that cannot be used it is live all the same, and the activity log tells once', async () => {
  const dataDir = temporaryFolder()
  mkdirSync(join(dataDir, 'server.sqlite-wal'))
  const notifier = start(dataDir)
  await live(notifier)
  await notifier.engine.handlers.connect({})
  await live(notifier)
  expect((await activityOf(notifier)).filter((text) => text.includes('in memory only'))).toHaveLength(1)
  await notifier.close()
})
