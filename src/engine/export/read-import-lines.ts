/** Reads JSON Lines for an import: our own exports, and bare frames as anyone may have recorded them. Stores nothing. */
import { type Wording, worded } from '../../i18n/wording.ts'
import { maxServerFrameBytes } from '../../protocol/limits.ts'
import { parseServerFrame } from '../../protocol/parse-server-frame.ts'
import { type ByteLine, splitLines } from './split-lines.ts'

export type ImportLine =
  | {
      readonly ok: true
      /** Milliseconds since the epoch: for a bare frame, the time of the import. */
      readonly receivedAt: number
      /** Null for a bare frame. */
      readonly source: string | null
      readonly readAt: number | null
      readonly pinnedAt: number | null
      readonly frame: string
    }
  | { readonly ok: false; readonly line: number; readonly reason: Wording }

/** In the worst case every byte of the largest frame is escaped by another; the rest of a line is small. */
export const importLineLimitBytes = 2 * maxServerFrameBytes + 64 * 1024

type Fields = Readonly<Record<string, unknown>>

/** @param now milliseconds since the epoch: when bare frames are said to have come. Empty lines are passed over. */
export async function* readImportLines(
  stream: AsyncIterable<Uint8Array>,
  now: number,
): AsyncGenerator<ImportLine> {
  for await (const line of splitLines(stream, importLineLimitBytes)) {
    const read = readLine(line, now)
    if (read === null) continue
    yield 'ok' in read ? read : { ok: false, line: line.line, reason: read.bad }
  }
}

type GoodLine = Extract<ImportLine, { ok: true }>
/** Why it cannot be read. */
type Bad = { readonly bad: Wording }

/** @returns null where it is empty */
function readLine({ bytes }: ByteLine, now: number): GoodLine | Bad | null {
  if (bytes === null) return { bad: worded('engine-files.import.long') }
  const text = decode(bytes)
  if (text === null) return { bad: worded('engine-files.import.not-utf8') }
  if (text.trim() === '') return null
  const fields = parseObject(text)
  if (fields === null) return { bad: worded('engine-files.import.no-object') }
  return isOurs(fields) ? readOurs(fields) : checkFrame(text, bare(text, now))
}

const bare = (frame: string, now: number): GoodLine => ({
  ...{ ok: true, receivedAt: now, source: null, readAt: null, pinnedAt: null, frame },
})

/** A frame of a server has a type; a line of ours has none. */
const isOurs = (fields: Fields): fields is Fields & { readonly frame: string } =>
  typeof fields['frame'] === 'string' && fields['type'] === undefined

function readOurs(fields: Fields & { readonly frame: string }): GoodLine | Bad {
  const receivedAt = readTime(fields['receivedAt'])
  const readAt = readTime(fields['readAt'] ?? null)
  const pinnedAt = readTime(fields['pinnedAt'] ?? null)
  const source = fields['source'] ?? null
  if (typeof receivedAt !== 'number') return { bad: worded('engine-files.import.received-at') }
  if (readAt === 'bad') return { bad: worded('engine-files.import.read-at') }
  if (pinnedAt === 'bad') return { bad: worded('engine-files.import.pinned-at') }
  if (source !== null && typeof source !== 'string') return { bad: worded('engine-files.import.source') }
  return checkFrame(fields.frame, { ok: true, receivedAt, source, readAt, pinnedAt, frame: fields.frame })
}

function checkFrame(frame: string, line: GoodLine): GoodLine | Bad {
  if (Buffer.byteLength(frame) > maxServerFrameBytes) {
    return { bad: worded('engine-files.import.large') }
  }
  const parsed = parseServerFrame(frame)
  if (parsed.kind === 'notification') return line
  return {
    bad: worded(
      parsed.kind === 'system' ? 'engine-files.import.system' : 'engine-files.import.no-notification',
    ),
  }
}

/** The byte order mark that some editors set before the first line is taken off. */
function decode(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return text.endsWith('\r') ? text.slice(0, -1) : text
  } catch {
    return null
  }
}

function parseObject(text: string): Fields | null {
  try {
    const value: unknown = JSON.parse(text)
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
    return isObject ? (value as Fields) : null // JSON.parse gave an object
  } catch {
    return null
  }
}

/** ISO 8601 with its zone, so that it means the same time everywhere; years past 9999 as JavaScript writes them. */
const isoTime = /^(\d{4}|\+\d{6})-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/

function readTime(value: unknown): number | null | 'bad' {
  if (value === null) return null
  if (typeof value !== 'string' || !isoTime.test(value)) return 'bad'
  const at = Date.parse(value)
  return at >= 0 ? at : 'bad'
}
