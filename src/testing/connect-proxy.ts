/** A small HTTP proxy for tests: it knows CONNECT, and leads to 127.0.0.1 whatever the name of the host. */
import { once } from 'node:events'
import { createServer } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import { type AddressInfo, connect, type Socket } from 'node:net'

export type ConnectRequest = {
  /** `HOST:PORT`, as asked for. */
  readonly target: string
  /** The `Proxy-Authorization` header. */
  readonly authorization: string | null
  /** Whether anything in the request's head speaks of the server's own token. */
  readonly showsToken: boolean
}

export type ConnectProxy = AsyncDisposable & {
  /** `127.0.0.1:PORT` */
  readonly host: string
  readonly requests: readonly ConnectRequest[]
  /** How many of the sockets that clients opened are still open. */
  readonly openCount: number
  /** Resolves once so many have been. */
  isDownTo(openCount: number): Promise<void>
  /** Resolves once so many requests have come. */
  hears(count: number): Promise<void>
}

export type ConnectProxySetup = {
  /** Answers with this instead of leading on, the empty line included; null never answers. */
  readonly answer?: string | null
  /** Speaks TLS itself. */
  readonly tls?: { readonly cert: string; readonly key: string }
}

export async function startConnectProxy({ answer, tls }: ConnectProxySetup = {}): Promise<ConnectProxy> {
  const server = tls === undefined ? createServer() : createTlsServer(tls)
  const requests: ConnectRequest[] = []
  const open = new Set<Socket>()
  server.on(tls === undefined ? 'connection' : 'secureConnection', (socket: Socket) => {
    open.add(socket)
    socket.on('error', () => {})
    socket.on('close', () => {
      open.delete(socket)
      server.emit('down')
    })
  })
  server.on('connect', (request, client: Socket) => {
    const { authorization, 'proxy-authorization': proxyAuthorization } = request.headers
    requests.push({
      target: request.url ?? '',
      authorization: proxyAuthorization ?? null,
      showsToken: authorization !== undefined,
    })
    server.emit('heard')
    if (answer === null) {
      // Read, or its end would not be noticed; HTTP's sockets wait for us to end them too.
      client.on('end', () => client.end()).resume()
      return
    }
    if (answer !== undefined) {
      client.end(answer)
      return
    }
    const port = Number(request.url?.split(':').at(-1))
    const onward = connect({ host: '127.0.0.1', port }, () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n')
      onward.pipe(client).pipe(onward)
    })
    onward.on('error', () => client.destroy())
    client.on('close', () => onward.destroy())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo // a TCP server has an address of this form

  return {
    host: `127.0.0.1:${port}`,
    requests,
    get openCount() {
      return open.size
    },
    async isDownTo(openCount) {
      while (open.size > openCount) await once(server, 'down')
    },
    async hears(count) {
      while (requests.length < count) await once(server, 'heard')
    },
    async [Symbol.asyncDispose]() {
      for (const socket of open) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
