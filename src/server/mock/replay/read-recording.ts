/** Reads recorded frames from JSON Lines: what Tocsin exports, and bare frames as anyone may have recorded them. */

export type RecordedFrame = {
  /** As it came, and as it goes out. */
  readonly text: string
  /** Null where it has none: such a notification cannot be acknowledged. */
  readonly id: string | null
  /** When it came, in milliseconds since the epoch; null where the recording does not say. */
  readonly atMs: number | null
}

export type ReadRecording =
  | { readonly ok: true; readonly frames: readonly RecordedFrame[] }
  /** One sentence, with the number of the line. */
  | { readonly ok: false; readonly problem: string }

type Fields = Readonly<Record<string, unknown>>

/** Empty lines are passed over. */
export function readRecording(text: string): ReadRecording {
  const frames: RecordedFrame[] = []
  for (const [index, line] of text
    .replace(/^\uFEFF/, '')
    .split('\n')
    .entries()) {
    if (line.trim() === '') continue
    const frame = readLine(line.trim())
    if (typeof frame === 'string') return { ok: false, problem: `line ${index + 1} ${frame}` }
    frames.push(frame)
  }
  if (frames.length === 0) return { ok: false, problem: 'it holds no frames' }
  return { ok: true, frames }
}

/** @returns what is wrong with it where it cannot be read */
function readLine(line: string): RecordedFrame | string {
  const fields = readFields(line)
  if (fields === null) return 'is not a JSON object'
  const { frame } = fields
  // A frame of a server has a type; a line around one has none.
  if (fields['type'] !== undefined || frame === undefined) return { text: line, id: idOf(fields), atMs: null }
  const atMs = readTime(fields['receivedAt'] ?? fields['time'])
  if (atMs === 'bad') return 'has a time that is neither ISO 8601 nor milliseconds'
  if (typeof frame === 'string') return { text: frame, id: idOf(readFields(frame)), atMs }
  if (typeof frame !== 'object' || frame === null) return 'has a "frame" that is neither text nor an object'
  return { text: JSON.stringify(frame), id: idOf(frame as Fields), atMs } // An object of JSON.parse.
}

function readFields(text: string): Fields | null {
  try {
    const value: unknown = JSON.parse(text)
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
    return isObject ? (value as Fields) : null // JSON.parse gave an object
  } catch {
    return null
  }
}

function idOf(fields: Fields | null): string | null {
  const id = fields?.['id']
  return typeof id === 'string' && id !== '' ? id : null
}

function readTime(value: unknown): number | null | 'bad' {
  if (value === undefined || value === null) return null
  const atMs = typeof value === 'string' ? Date.parse(value) : value
  return typeof atMs === 'number' && Number.isFinite(atMs) ? atMs : 'bad'
}
