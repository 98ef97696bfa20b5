/** Counts the WebSocket frames in a stream of bytes, for texts of less than 64 KiB. */
export function createFrameCounter(onFrames: (count: number) => void): (chunk: Buffer) => void {
  /** Of the frame that has begun: what is still to come. */
  let left = 0
  /** A head that was cut. */
  let rest: Buffer | null = null
  return (chunk) => {
    const bytes: Buffer = rest === null ? chunk : Buffer.concat([rest, chunk])
    let offset = Math.min(left, bytes.length)
    let count = left > 0 && offset === left ? 1 : 0
    left -= offset
    while (bytes.length - offset >= headSize(bytes, offset)) {
      const size = frameSize(bytes, offset)
      const step = Math.min(size, bytes.length - offset)
      offset += step
      left = size - step
      if (left === 0) count += 1
    }
    rest = left === 0 && offset < bytes.length ? bytes.subarray(offset) : null
    if (count > 0) onFrames(count)
  }
}

const headSize = (bytes: Buffer, offset: number): number =>
  ((bytes[offset + 1] ?? 127) & 0x7f) < 126 ? 2 : 4

function frameSize(bytes: Buffer, offset: number): number {
  const length = (bytes[offset + 1] ?? 0) & 0x7f
  return length === 126 ? 4 + bytes.readUInt16BE(offset + 2) : 2 + length
}
