import { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { inEnglish } from '../../i18n/i18n-under-test.ts'
import { maxServerFrameBytes } from '../../protocol/limits.ts'
import { infoFrame } from './filled-history.ts'
import { type ImportLine, importLineLimitBytes, readImportLines } from './read-import-lines.ts'

const now = Date.UTC(2026, 10, 25)
const frame = infoFrame('a')
const ours = (fields: Readonly<Record<string, unknown>>) =>
  JSON.stringify({ receivedAt: '2026-01-31T12:00:00.000Z', source: 'ws://a', frame, ...fields })

describe('reading lines for an import', () => {
  it('takes our own lines with their times and their source', async () => {
    const line = ours({ readAt: '2026-01-31T13:00:00.001Z', pinnedAt: '2026-01-31T15:00:00+01:00' })
    expect(await read(line)).toEqual([
      {
        ...{ ok: true, source: 'ws://a', frame, receivedAt: Date.UTC(2026, 0, 31, 12) },
        ...{ readAt: Date.UTC(2026, 0, 31, 13, 0, 0, 1), pinnedAt: Date.UTC(2026, 0, 31, 14) },
      },
    ])
  })

  it('takes bare frames, whatever ends their lines, as received now', async () => {
    const bare = { ok: true, receivedAt: now, source: null, readAt: null, pinnedAt: null }
    expect(await read(`\ufeff${frame}\r\n\n  \n${frame} `)).toEqual([
      { ...bare, frame },
      { ...bare, frame: `${frame} ` },
    ])
  })

  it('takes a frame that has fields of its own named as ours for a frame', async () => {
    const framed = '{"type":"info","title":"t","frame":"f","receivedAt":"r"}'
    expect(await read(framed)).toMatchObject([{ ok: true, frame: framed, receivedAt: now }])
  })

  it.each([
    ['{"type":"info"', 'The line is not a JSON object.'],
    ['[1]', 'The line is not a JSON object.'],
    ['{"a":1}', 'It is not a notification.'],
    ['{"type":"system","message":"m"}', "It is a server's own message, not a notification."],
    [ours({ frame: 'x' }), 'It is not a notification.'],
    [ours({ receivedAt: undefined }), 'Its “receivedAt” is not a time, such as 2026-01-31T12:00:00.000Z.'],
    [
      ours({ receivedAt: '2026-01-31T12:00:00' }),
      'Its “receivedAt” is not a time, such as 2026-01-31T12:00:00.000Z.',
    ],
    [
      ours({ receivedAt: '1969-01-01T00:00:00Z' }),
      'Its “receivedAt” is not a time, such as 2026-01-31T12:00:00.000Z.',
    ],
    [ours({ readAt: 5 }), 'Its “readAt” is neither a time nor null.'],
    [ours({ pinnedAt: '2026-13-01T00:00:00Z' }), 'Its “pinnedAt” is neither a time nor null.'],
    [ours({ source: 5 }), 'Its “source” is neither an address nor null.'],
  ])('says of %s what is wrong, with its number, and goes on', async (bad, reason) => {
    expect(await read(`\n${bad}\n${frame}`)).toMatchObject([{ ok: false, line: 2, reason }, { ok: true }])
  })

  it('says that a line is not UTF-8', async () => {
    const bytes = Buffer.concat([
      Buffer.from('{"type":"info","title":"'),
      Buffer.from([0xff]),
      Buffer.from('"}\n'),
    ])
    expect(await readChunks([bytes])).toEqual([{ ok: false, line: 1, reason: 'The line is not UTF-8 text.' }])
  })

  it('passes over a line that does not end, and goes on', async () => {
    const chunk = Buffer.alloc(64 * 1024, 'x')
    const chunks = Array.from({ length: importLineLimitBytes / chunk.length + 1 }, () => chunk)
    const lines = await readChunks([...chunks, Buffer.from(`\n${frame}\n`)])
    expect(lines).toMatchObject([
      { ok: false, line: 1, reason: 'The line is longer than any notification can be.' },
      { ok: true },
    ])
  })

  it('takes back the largest frame there can be, were every character of it escaped', async () => {
    const [head, tail] = ['{"type":"info","title":"', '"}']
    const largest = `${head}${'\\\\'.repeat((maxServerFrameBytes - head.length - tail.length) / 2)}${tail}`
    expect(await read(ours({ frame: largest }))).toMatchObject([{ ok: true, frame: largest }])
    expect(await read(ours({ frame: `${largest}    ` }))).toMatchObject([
      { ok: false, reason: 'The notification is larger than 1 MiB.' },
    ])
  })
})

const read = (text: string): Promise<ImportLine[]> => readChunks([Buffer.from(text)])

async function readChunks(chunks: readonly Buffer[]): Promise<ImportLine[]> {
  const lines: ImportLine[] = []
  for await (const line of readImportLines(Readable.from(chunks), now)) {
    lines.push(line.ok ? line : { ...line, reason: inEnglish(line.reason) })
  }
  return lines
}
