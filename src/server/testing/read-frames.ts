/** Reads the frames in a server's bytes (RFC 6455, 5.2): not masked, none of them a part. For tests of what it says. */

export type ReadFrame = { readonly opcode: number; readonly payload: Buffer }

/** What is cut at the end is left out. @throws Error where the bytes are no frames of a server */
export function readFrames(bytes: Buffer): readonly ReadFrame[] {
  const frames: ReadFrame[] = []
  for (let offset = 0; bytes.length - offset >= 2; ) {
    const [first = 0, second = 0] = bytes.subarray(offset, offset + 2)
    if ((first & 0xf0) !== 0x80) throw new Error(`a frame that begins with ${first.toString(16)}`)
    if (second > 127) throw new Error('a frame that is masked')
    const start = offset + 2 + extraLengthBytes(second)
    if (start > bytes.length) break
    const end = start + readLength(bytes.subarray(offset + 1, start))
    if (end > bytes.length) break
    frames.push({ opcode: first & 0x0f, payload: bytes.subarray(start, end) })
    offset = end
  }
  return frames
}

const extraLengthBytes = (short: number): number => (short < 126 ? 0 : short === 126 ? 2 : 8)

/** @param field the 7 bits, and what follows them where they do not suffice */
const readLength = (field: Buffer): number =>
  field.length === 1 ? (field[0] ?? 0) : Number.parseInt(field.subarray(1).toString('hex'), 16)
