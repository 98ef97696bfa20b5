/** A second socket to the server, opened as the real one is, that listens for one frame. Nothing it hears is kept. */
import type WebSocket from 'ws'
import type { Clock } from '../../clock/clock.ts'
import type { Wording } from '../../i18n/wording.ts'
import type { OpenSocket } from '../connection/open-socket.ts'
import { watchEnd } from '../connection/watch-end.ts'

export type ProbeEnd = {
  readonly is: 'ended'
  readonly reason: Wording
  /** The HTTP status that came instead of a WebSocket; else null. */
  readonly status: number | null
}
export type Probe = {
  readonly opened: Promise<{ readonly is: 'open' } | ProbeEnd>
  readonly heard: Promise<{ readonly is: 'frame'; readonly frame: string | Uint8Array } | ProbeEnd>
  /** Politely, as long as the server is polite. */
  close(): void
  terminate(): void
}

export type ProbeDeps = {
  readonly clock: Clock
  readonly openSocket: OpenSocket
  readonly url: string
  /** The frame to send first. */
  readonly configuration: string
}

/** A server that does not answer the goodbye is left all the same. */
const goodbyeMs = 1_000

/** @throws Error whose words are for people, as `openSocket` does */
export async function openProbe({ clock, openSocket, url, configuration }: ProbeDeps): Promise<Probe> {
  const socket: WebSocket = await openSocket(url)
  const opened = Promise.withResolvers<Awaited<Probe['opened']>>()
  const heard = Promise.withResolvers<Awaited<Probe['heard']>>()
  const closed = new AbortController()
  socket.on('open', () => {
    socket.send(configuration)
    opened.resolve({ is: 'open' })
  })
  socket.on('message', (data: Buffer, isBinary) => {
    heard.resolve({ is: 'frame', frame: isBinary ? data : data.toString('utf8') })
  })
  watchEnd(socket, clock, ({ reason }, status) => {
    const end = { is: 'ended', reason, status } as const
    opened.resolve(end)
    heard.resolve(end)
    closed.abort()
  })
  return {
    opened: opened.promise,
    heard: heard.promise,
    close() {
      socket.close(1000)
      if (closed.signal.aborted) return
      const timer = clock.setTimer(goodbyeMs, () => socket.terminate())
      closed.signal.addEventListener('abort', () => timer[Symbol.dispose]())
    },
    terminate: () => socket.terminate(),
  }
}
