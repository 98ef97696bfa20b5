/** A connection for tests with real sockets, on a clock that stands still; and servers that it meets. */
import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'
import { type WebSocket, WebSocketServer } from 'ws'
import { createManualClock } from '../../clock/manual-clock.ts'
import { settingsTable } from '../../contract/settings-table.ts'
import { inEnglish } from '../../i18n/i18n-under-test.ts'
import { type CertificateName, certificate } from '../../testing/test-certificates.ts'
import { type Connection, createConnection } from './connection.ts'
import type { ConnectionState } from './connection-state.ts'
import { createSocketOpener, type SocketOpenerDeps } from './open-socket.ts'

type Phase = ConnectionState['phase']

export type ConnectionSetup = Partial<ReturnType<SocketOpenerDeps['settings']>> & {
  readonly url: string
  readonly token?: string | Promise<string>
  readonly certificateLists?: NonNullable<SocketOpenerDeps['certificateLists']>
}

export type ConnectionUnderTest = {
  readonly connection: Connection
  readonly warnings: readonly string[]
  /** Resolves once the connection is in that phase, and rejects where the attempt leads to another. */
  reaches<Wanted extends Phase>(phase: Wanted): Promise<Extract<ConnectionState, { phase: Wanted }>>
}

/** Connects at once, without a proxy where none is named. */
export function connectTo({
  url,
  token,
  certificateLists,
  ...settings
}: ConnectionSetup): ConnectionUnderTest {
  const warnings: string[] = []
  const waiting = new Set<() => void>()
  const connection = createConnection({
    clock: createManualClock(),
    random: () => 0.5,
    resolveUrl: async () => ({ ok: true, url }),
    openSocket: createSocketOpener({
      settings: () => ({
        caFile: settingsTable.caFile.default,
        systemCertificates: settingsTable.systemCertificates.default,
        proxy: '',
        ...settings,
      }),
      accessToken: async () => (await token) ?? null,
      warn: (problem) => warnings.push(inEnglish(problem)),
      ...(certificateLists === undefined ? {} : { certificateLists }),
    }),
    wishToResume: () => ({ headers: { 'Tocsin-Resume': 'new' }, answered: () => {} }),
    configuration: () => '{}',
    onState() {
      for (const look of waiting) look()
    },
    onFrame: () => {},
  })
  onTestFinished(() => connection[Symbol.dispose]())
  connection.apply({ is: 'connect-requested' })
  return {
    connection,
    warnings,
    reaches: (phase) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const { state } = connection
          if (isIn(state, phase)) resolve(inWords(state))
          else if (state.phase === 'connecting') return
          else reject(new Error(`It is ${state.phase}: ${JSON.stringify(state)}`))
          waiting.delete(look)
        }
        waiting.add(look)
        look()
      }),
  }
}

const inWords = <State extends ConnectionState>(state: State): State =>
  'reason' in state ? { ...state, reason: inEnglish(state.reason) } : state

const isIn = <Wanted extends Phase>(
  state: ConnectionState,
  phase: Wanted,
): state is Extract<ConnectionState, { phase: Wanted }> => state.phase === phase

export type ServerUnderTest = {
  readonly port: number
  /** The requests that wanted to upgrade, in order. */
  readonly upgrades: readonly IncomingMessage[]
  /** The newest socket. */
  readonly socket: WebSocket | null
}

/** @param named over TLS with this certificate; null without TLS. @param refuse answers upgrades with this instead */
export async function startServer(
  named: CertificateName | null = null,
  refuse?: string,
): Promise<ServerUnderTest> {
  const server = named === null ? createServer() : createTlsServer(certificate(named))
  const sockets = new WebSocketServer({ noServer: true })
  const upgrades: IncomingMessage[] = []
  let newest: WebSocket | null = null
  server.on('tlsClientError', () => {})
  server.on('upgrade', (request, socket, head) => {
    upgrades.push(request)
    if (refuse !== undefined) socket.end(refuse)
    else
      sockets.handleUpgrade(request, socket, head, (accepted) => {
        newest = accepted
      })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(async () => {
    for (const socket of sockets.clients) socket.terminate()
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })
  return {
    port: (server.address() as AddressInfo).port, // a TCP server has an address of this form
    upgrades,
    get socket() {
      return newest
    },
  }
}
