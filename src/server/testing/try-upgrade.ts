/** What a server answers to an upgrade: its status, and why where it refuses. */
import { text } from 'node:stream/consumers'
import { type ClientOptions, WebSocket } from 'ws'

export type UpgradeAnswer = {
  /** 101: it was let in, and has left again. */
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly text: string
}

/** @param path with its query */
export function tryUpgrade(url: string, path: string, options: ClientOptions = {}): Promise<UpgradeAnswer> {
  const socket = new WebSocket(url + path, options)
  return new Promise((resolve, reject) => {
    socket
      .on('error', reject)
      .on('open', () => {
        socket.terminate()
        resolve({ status: 101, headers: {}, text: '' })
      })
      .on('unexpected-response', (_request, response) => {
        const { statusCode: status = 0, headers } = response
        text(response).then((body) => resolve({ status, headers, text: body }), reject)
      })
  })
}
