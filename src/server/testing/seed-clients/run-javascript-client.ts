/** The seed's JavaScript client, its text as it stands there, in a page that is just large enough for it. */
import { readFileSync } from 'node:fs'
import { createContext, runInContext } from 'node:vm'

export type JavascriptClient = Disposable & {
  readonly clientId: string
  /** The text of the next frame that it was given. */
  nextFrame(): Promise<string>
  /** What it showed, by the function that it called. */
  readonly shown: readonly { readonly by: string; readonly data: unknown }[]
  /** What its page says of the connection. */
  status(): string
  /** Resolves when it was told that the connection is closed. @returns in how many milliseconds it tries again */
  readonly closed: Promise<number>
}

const text = readFileSync(new URL('javascript-client.txt', import.meta.url), 'utf8')
const seedAddress = 'wss://mockly.me'

/** @param url where it connects to in place of the seed's server */
export function runJavascriptClient(url: string): JavascriptClient {
  const frames: string[] = []
  const waiting: ((frame: string) => void)[] = []
  const sockets: WebSocket[] = []
  const shown: { by: string; data: unknown }[] = []
  const closed = Promise.withResolvers<number>()
  const element = { textContent: '', classList: { add() {}, remove() {} } }

  /** The platform's own, which is a browser's: it only goes elsewhere, and is listened to. */
  class RedirectedWebSocket extends WebSocket {
    constructor(address: string) {
      super(address.replace(seedAddress, url))
      sockets.push(this)
      this.addEventListener('message', ({ data }) => {
        const next = waiting.shift()
        if (next) next(String(data))
        else frames.push(String(data))
      })
    }
  }

  const show = (by: string) => (data: unknown) => void shown.push({ by, data })
  runInContext(
    text,
    createContext({
      WebSocket: RedirectedWebSocket,
      document: { getElementById: () => element },
      console: { log() {} },
      setTimeout: (_again: () => void, delayMs: number) => closed.resolve(delayMs),
      showInfoNotification: show('info'),
      showWarningNotification: show('warning'),
      showErrorNotification: show('error'),
      showSuccessNotification: show('success'),
    }),
  )
  return {
    clientId: sockets[0]?.url.split('/').at(-1) ?? '',
    nextFrame: () =>
      new Promise((resolve) => {
        const frame = frames.shift()
        if (frame === undefined) waiting.push(resolve)
        else resolve(frame)
      }),
    shown,
    status: () => element.textContent,
    closed: closed.promise,
    [Symbol.dispose]: () => sockets[0]?.close(),
  }
}
