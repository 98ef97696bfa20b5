/** Posts over kept-alive connections, one request at a time on each: as light as it can be, so that the server is measured. */
import { connect } from 'node:net'

export type PublisherOptions = {
  readonly port: number
  readonly path: string
  readonly body: string
  readonly connections: number
  readonly count: number
  readonly onSent: (index: number) => void
  readonly onAnswered: (index: number) => void
}

/** Resolves when all are answered. @throws Error where an answer is not 201 */
export function publishAll(options: PublisherOptions): Promise<void> {
  const { port, path, body, count, onSent, onAnswered } = options
  const request = [
    `POST ${path} HTTP/1.1`,
    `Host: 127.0.0.1:${port}`,
    'Content-Type: application/json',
    `Content-Length: ${Buffer.byteLength(body)}`,
    '',
    body,
  ].join('\r\n')
  let next = 0
  let answered = 0
  return new Promise((resolve, reject) => {
    const open = (): void => {
      const socket = connect({ port, host: '127.0.0.1', noDelay: true })
      let index = 0
      let text = ''
      const send = (): void => {
        if (next === count) return void socket.end()
        index = next++
        onSent(index)
        socket.write(request)
      }
      socket.setEncoding('latin1').on('connect', send).on('error', reject)
      socket.on('data', (chunk: string) => {
        text += chunk
        // Each of our answers ends with its only line feed without a carriage return before it.
        if (!text.endsWith('}\n')) return
        if (!text.startsWith('HTTP/1.1 201')) return reject(new Error(text.slice(0, 400)))
        text = ''
        onAnswered(index)
        if (++answered === count) resolve()
        send()
      })
    }
    for (let i = 0; i < options.connections; i++) open()
  })
}
