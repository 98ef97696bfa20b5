/** Counts the messages in what a NATS server sends: `MSG subject sid size`, then so many bytes, each with a line's end. */
export function createNatsCounter(onMessages: (count: number) => void): (chunk: Buffer) => void {
  /** Of the message that has begun: what is still to come. */
  let left = 0
  /** A line that was cut. */
  let rest: Buffer | null = null
  return (chunk) => {
    const bytes: Buffer = rest === null ? chunk : Buffer.concat([rest, chunk])
    let offset = Math.min(left, bytes.length)
    let count = left > 0 && offset === left ? 1 : 0
    left -= offset
    for (let end = lineEnd(bytes, offset); end !== -1; end = lineEnd(bytes, offset)) {
      const size = payloadSize(bytes, offset, end)
      left = Math.max(0, end + size - bytes.length)
      offset = end + size - left
      if (size > 0 && left === 0) count += 1
    }
    rest = offset < bytes.length ? bytes.subarray(offset) : null
    if (count > 0) onMessages(count)
  }
}

/** @returns the place after it; -1 where it is still to come */
function lineEnd(bytes: Buffer, from: number): number {
  const end = bytes.indexOf('\r\n', from, 'latin1')
  return end === -1 ? -1 : end + 2
}

/** With its line's end. 0: a line of its own, such as a ping, which a short run need not answer. */
function payloadSize(bytes: Buffer, start: number, end: number): number {
  if (bytes[start] !== 0x4d) return 0
  return Number(bytes.toString('latin1', bytes.lastIndexOf(' ', end) + 1, end - 2)) + 2
}
