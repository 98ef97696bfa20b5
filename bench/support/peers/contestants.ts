/** What is compared: our server with all that it has, and others that do less. Each is started anew for each measurement. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Protocol } from '../load/counting-client.ts'
import { type ServerProcess, startNatsServer, startProgram, startServerProcess } from '../server-process.ts'
import type { InstalledPeers } from './installed-peers.ts'

export type Contestant = {
  readonly name: string
  readonly protocol: Protocol
  start(): Promise<ServerProcess>
}

/** All of the load comes from one address. */
const unlimited = [
  '--max-requests',
  '0',
  '--max-upgrades',
  '0',
  '--max-connections-per-address',
  '0',
] as const

export const tocsin: Contestant = {
  name: 'tocsin',
  protocol: 'notifications',
  async start() {
    const folder = mkdtempSync(join(tmpdir(), 'tocsin-bench-'))
    const server = await startServerProcess(
      'src/server/cli.ts',
      ...unlimited,
      '--port',
      '0',
      '--no-demo',
      '--data-dir',
      folder,
    )
    return {
      ...server,
      async stop() {
        await server.stop()
        rmSync(folder, { recursive: true })
      },
    }
  },
}

const nodeBroadcaster = 'bench/support/peers/node-broadcaster.ts'

/** In `ws`, a frame made once is written to each socket: the least that a server on Node can do for one broadcast. */
export const socketWrite: Contestant = {
  name: 'socket.write',
  protocol: 'notifications',
  start: () => startServerProcess(nodeBroadcaster, 'socket.write'),
}

/** Answers at once, and does nothing. */
export const bareHttp: Contestant = {
  name: 'bare HTTP',
  protocol: 'notifications',
  start: () => startServerProcess(nodeBroadcaster, 'http'),
}

export function peersOf({ bun, nats, socketIo }: InstalledPeers): readonly Contestant[] {
  const peers: Contestant[] = []
  if (bun !== null) {
    const file = join(import.meta.dirname, 'bun-broadcaster.js')
    peers.push({ name: 'Bun publish', protocol: 'notifications', start: () => startProgram(bun, file) })
  }
  if (nats !== null) {
    peers.push({ name: 'nats-server', protocol: 'nats', start: () => startNatsServer(nats) })
  }
  if (socketIo !== null) {
    const file = 'bench/support/peers/socket-io-broadcaster.js'
    peers.push({ name: 'socket.io', protocol: 'socket.io', start: () => startServerProcess(file, socketIo) })
  }
  return peers
}
