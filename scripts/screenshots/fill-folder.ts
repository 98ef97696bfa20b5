/** A data folder as it looks after a month of use, for pictures. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createManualClock } from '../../src/clock/manual-clock.ts'
import { createStorage } from '../../src/engine/create-storage.ts'
import { speakEnglish } from '../../src/i18n/speak-english.ts'
import { parseServerFrame } from '../../src/protocol/parse-server-frame.ts'
import { type SampleLanguage, sampleEvents } from './sample-events.ts'

const unreadAtTheEnd = 14
const pinnedRows = [1_200, 1_900] as const

export async function fillFolder(
  dataDir: string,
  language: SampleLanguage,
  settings: object,
  until: number,
): Promise<void> {
  const events = sampleEvents({ language, days: 30, perDay: 160 }, until)
  const first = events[0]?.at ?? until
  const clock = createManualClock(first)
  const rowIds: number[] = []
  const storage = createStorage({
    ...{ clock, i18n: speakEnglish, dataDir },
    decideToasts: (arrived) => arrived.map(() => 1 as const),
    sampleDelay: () => 300 + (rowIds.length % 7) * 90,
    onStored: ({ rows }) => rowIds.push(...rows.map(({ rowId }) => rowId)),
    onStorage() {},
    onCrowded() {},
  })
  for (const [number, { at, frame }] of events.entries()) {
    clock.jump(at - clock.now())
    const text = JSON.stringify(frame)
    const parsed = parseServerFrame(text)
    if (parsed.kind !== 'notification') throw new Error(`That is no notification: ${text}`)
    const arrived = { notification: parsed.notification, frame: text, receivedAt: at }
    storage.ingest.add({ kind: 'notification', sourceAddress: 'wss://notify.example.com', arrived })
    storage.ingest.flush()
    const read = rowIds.at(-1)
    if (read === undefined || number >= events.length - unreadAtTheEnd) continue
    // Some are read at once, most within minutes, one kind never.
    if (number % 11 !== 0) storage.readMarker.markRows([read], at + 20_000 + (number % 17) * 40_000)
  }
  storage.history.setPinned([...pinnedRows], until)
  storage.database.exec('UPDATE acknowledgements SET state = 2, confirmed_at = requested_at + 300')
  // A turn of the event loop that was asked for is still to come.
  await new Promise(setImmediate)
  storage[Symbol.dispose]()
  writeFileSync(
    join(dataDir, 'config.json'),
    JSON.stringify({ isWelcomed: true, clientId: 'ana-laptop', ...settings }),
  )
}
