/** Bytes to a server, as they are, and all that it says until the connection is gone. */
import { connect } from 'node:net'

export type RawExchange = {
  readonly port: number
  /** Sent one after another, each in a turn of its own. */
  readonly pieces: readonly Uint8Array[]
  /** How the client ends: it sends no more, or is gone at once. */
  readonly ending: 'end' | 'destroy'
  /** Sent once the first bytes have come: what follows an upgrade. */
  readonly then?: readonly Uint8Array[]
}

/** Resolves when the connection is closed, whatever closed it. */
export function exchangeRaw({ port, pieces, ending, then = [] }: RawExchange): Promise<Buffer> {
  return new Promise((resolve) => {
    const received: Buffer[] = []
    const socket = connect({ port, host: '127.0.0.1', noDelay: true })
    const send = async (all: readonly Uint8Array[]): Promise<void> => {
      for (const piece of all) {
        if (!socket.writable) return
        socket.write(piece)
        await new Promise(setImmediate)
      }
    }
    const finish = (): void => {
      if (ending === 'end') socket.end()
      else socket.destroy()
    }
    socket.on('connect', () => {
      void send(pieces).then(() => {
        if (then.length === 0) finish()
      })
    })
    socket.on('data', (chunk: Buffer) => {
      if (received.push(chunk) === 1 && then.length > 0) void send(then).then(finish)
    })
    socket.on('error', () => {}) // A close event follows.
    socket.on('close', () => resolve(Buffer.concat(received)))
  })
}

/** @param cuts where to cut, as shares of the whole from 0 to 1 */
export function cutAt(bytes: Uint8Array, cuts: readonly number[]): Uint8Array[] {
  const places = cuts.map((share) => Math.floor(share * bytes.length)).sort((a, b) => a - b)
  return [0, ...places].map((from, index) => bytes.subarray(from, places[index] ?? bytes.length))
}
