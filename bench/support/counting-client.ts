/** A WebSocket client that only counts frames: it steps from head to head and looks at no text. */
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'

/** @param onFrames so many have come */
export async function connectCountingClient(
  port: number,
  clientId: string,
  onFrames: (count: number) => void,
): Promise<Socket> {
  const socket = connect({ port, host: '127.0.0.1' })
  await once(socket, 'connect')
  socket.write(
    [
      `GET /ws/notify/${clientId} HTTP/1.1`,
      `Host: 127.0.0.1:${port}`,
      'Connection: Upgrade',
      'Upgrade: websocket',
      'Sec-WebSocket-Version: 13',
      'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
      '\r\n',
    ].join('\r\n'),
  )
  const [first] = (await once(socket, 'data')) as [Buffer] // no encoding was set
  const end = first.indexOf('\r\n\r\n') + 4
  if (!first.toString('latin1').startsWith('HTTP/1.1 101')) throw new Error(first.toString())
  const read = createFrameCounter(onFrames)
  if (first.length > end) read(first.subarray(end))
  socket.on('data', read)
  return socket
}

function createFrameCounter(onFrames: (count: number) => void): (chunk: Buffer) => void {
  /** Of the frame that has begun: what is still to come. */
  let left = 0
  /** A head that was cut. */
  let rest: Buffer | null = null
  return (chunk) => {
    const bytes: Buffer = rest === null ? chunk : Buffer.concat([rest, chunk])
    let offset = Math.min(left, bytes.length)
    let count = left > 0 && offset === left ? 1 : 0
    left -= offset
    while (bytes.length - offset >= 4) {
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

/** Head and text, for texts of less than 64 KiB. */
function frameSize(bytes: Buffer, offset: number): number {
  const length = (bytes[offset + 1] ?? 0) & 0x7f
  return length === 126 ? 4 + bytes.readUInt16BE(offset + 2) : 2 + length
}
