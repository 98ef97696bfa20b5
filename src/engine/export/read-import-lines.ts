/** Reads JSON Lines for an import: our own exports, and bare frames as anyone may have recorded them. Stores nothing. */
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
  /** `reason`: a sentence for people. */
  | { readonly ok: false; readonly line: number; readonly reason: string }

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
    yield typeof read === 'string' ? { ok: false, line: line.line, reason: read } : read
  }
}

/** @returns a reason for people where it cannot be read; null where it is empty */
function readLine({ bytes }: ByteLine, now: number): ImportLine | string | null {
  if (bytes === null) return 'The line is longer than any notification can be.'
  const text = decode(bytes)
  if (text === null) return 'The line is not UTF-8 text.'
  if (text.trim() === '') return null
  const fields = parseObject(text)
  if (fields === null) return 'The line is not a JSON object.'
  return isOurs(fields) ? readOurs(fields) : checkFrame(text, bare(text, now))
}

const bare = (frame: string, now: number): ImportLine => ({
  ...{ ok: true, receivedAt: now, source: null, readAt: null, pinnedAt: null, frame },
})

/** A frame of a server has a type; a line of ours has none. */
const isOurs = (fields: Fields): fields is Fields & { readonly frame: string } =>
  typeof fields['frame'] === 'string' && fields['type'] === undefined

function readOurs(fields: Fields & { readonly frame: string }): ImportLine | string {
  const receivedAt = readTime(fields['receivedAt'])
  const readAt = readTime(fields['readAt'] ?? null)
  const pinnedAt = readTime(fields['pinnedAt'] ?? null)
  const source = fields['source'] ?? null
  if (typeof receivedAt !== 'number')
    return 'Its “receivedAt” is not a time, such as 2026-01-31T12:00:00.000Z.'
  if (readAt === 'bad') return 'Its “readAt” is neither a time nor null.'
  if (pinnedAt === 'bad') return 'Its “pinnedAt” is neither a time nor null.'
  if (source !== null && typeof source !== 'string') return 'Its “source” is neither an address nor null.'
  return checkFrame(fields.frame, { ok: true, receivedAt, source, readAt, pinnedAt, frame: fields.frame })
}

function checkFrame(frame: string, line: ImportLine): ImportLine | string {
  if (Buffer.byteLength(frame) > maxServerFrameBytes) return 'The notification is larger than 1 MiB.'
  const parsed = parseServerFrame(frame)
  if (parsed.kind === 'notification') return line
  return parsed.kind === 'system'
    ? "It is a server's own message, not a notification."
    : 'It is not a notification.'
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
