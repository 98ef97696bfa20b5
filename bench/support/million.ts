/** A data folder with 1,000,000 notifications, indexed; made once and kept in the system's folder for temporary files. */
import { existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { systemClock } from '../../src/clock/system-clock.ts'
import { createStorage } from '../../src/engine/create-storage.ts'
import { openSearchIndex } from '../../src/engine/search/search-index.ts'
import { speakEnglish } from '../../src/i18n/speak-english.ts'
import { parseServerFrame } from '../../src/protocol/parse-server-frame.ts'
import { frameOf } from './frames.ts'

export const million = 1_000_000

/** As if they had come over the last thirty days; the newest thousand are unread. */
export function millionFolder(): string {
  const folder = join(tmpdir(), 'tocsin-bench-million-3')
  if (existsSync(folder)) return folder
  const making = `${folder}.making`
  rmSync(making, { recursive: true, force: true })
  mkdirSync(making)
  console.log('making a history of 1,000,000 notifications, once …')
  fill(making)
  renameSync(making, folder)
  return folder
}

export const sizeOf = (...files: string[]): number =>
  files.reduce((sum, file) => sum + (existsSync(file) ? statSync(file).size : 0), 0)

function fill(dataDir: string): void {
  const storage = createStorage({
    ...{
      clock: systemClock,
      i18n: speakEnglish,
      dataDir,
      decideToasts: (arrived) => arrived.map(() => 1 as const),
      sampleDelay: () => null,
    },
    onStored() {},
    onStorage() {},
    onCrowded() {},
  })
  const firstAt = Date.now() - 30 * 24 * 3_600_000
  for (let number = 0; number < million; number++) {
    const frame = frameOf(number)
    const parsed = parseServerFrame(frame)
    if (parsed.kind !== 'notification') throw new Error('not a notification')
    const receivedAt = firstAt + number * 2_592
    storage.ingest.add({
      kind: 'notification',
      sourceAddress: 'ws://bench/ws/notify/a',
      arrived: { notification: parsed.notification, frame, receivedAt },
    })
    if (number % 10_000 === 9_999) storage.ingest.flush()
  }
  const unread = 1_000
  storage.database.exec(`
    UPDATE notifications SET read_at = received_at + 60000 WHERE row_id <= ${million - unread};
    UPDATE counts SET unread = ${unread / 4}`)
  storage.database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  const index = openSearchIndex({ historyPath: storage.path, indexPath: storage.indexPath })
  while (index.indexSlice(2_000).behind > 0);
  while (index.mergeSlice());
  index.close()
  storage[Symbol.dispose]()
}
