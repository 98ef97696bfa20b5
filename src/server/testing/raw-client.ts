/** A client for tests that takes frames as they come, whatever they are. */
import { type ClientOptions, WebSocket } from 'ws'

export type RawClient = AsyncDisposable & {
  readonly socket: WebSocket
  /** In the order of arrival: text as it came, bytes as `<hex>`. */
  readonly frames: readonly string[]
  readonly closed: Promise<{ readonly code: number; readonly reason: string }>
  /** Sends a message as JSON. */
  say(message: unknown): void
  /** Resolves once all that the server sent until now has come. */
  settles(): Promise<void>
}

/** @param url where the server listens, without a path */
export async function connectRawClient(
  url: string,
  clientId = 'alice',
  options: ClientOptions = {},
): Promise<RawClient> {
  const socket = new WebSocket(`${url}/ws/notify/${encodeURIComponent(clientId)}`, options)
  const frames: string[] = []
  const closed = Promise.withResolvers<{ code: number; reason: string }>()
  const marks = new Map<string, () => void>()
  let markCount = 0

  socket.on('message', (data: Buffer, isBinary) => {
    const text = data.toString()
    const mark = /"Notification (mark_\d+) not found"/.exec(text)?.[1]
    if (mark !== undefined) marks.get(mark)?.()
    else frames.push(isBinary ? `<${data.toString('hex')}>` : text)
  })
  socket.on('close', (code, reason) => closed.resolve({ code, reason: reason.toString() }))
  socket.on('error', () => {}) // A close event follows.
  await new Promise<void>((resolve, reject) => socket.once('open', resolve).once('error', reject))
  const say = (message: unknown): void => socket.send(JSON.stringify(message))

  return {
    socket,
    frames,
    closed: closed.promise,
    say,
    settles: () =>
      new Promise((resolve) => {
        const mark = `mark_${markCount++}`
        marks.set(mark, resolve)
        say({ action: 'acknowledge', id: mark })
      }),
    async [Symbol.asyncDispose]() {
      socket.terminate()
      await closed.promise
    },
  }
}
