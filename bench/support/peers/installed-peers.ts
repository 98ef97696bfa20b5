/** Servers of others to compare ours with: installed from npm into a folder for temporary files, and kept there. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export type InstalledPeers = {
  /** Bun's program; null where it could not be had. */
  readonly bun: string | null
  /** The folder that holds `socket.io`; null where it could not be had. */
  readonly socketIo: string | null
  /** Debian's package `nats-server`; null where it is not installed. */
  readonly nats: string | null
  /** For people: what is not there, and why. */
  readonly missing: readonly string[]
}

const folder = join(tmpdir(), 'tocsin-bench-peers')
const packages = ['bun@1.4', 'socket.io@4.8'] as const

export function installPeers(): InstalledPeers {
  const bun = join(folder, 'node_modules', '.bin', 'bun')
  const socketIo = join(folder, 'node_modules', 'socket.io')
  if (!existsSync(socketIo) || !runs(bun)) install()
  const peers = {
    bun: runs(bun) ? bun : null,
    socketIo: existsSync(socketIo) ? folder : null,
    nats: runs('nats-server') ? 'nats-server' : null,
  }
  const missing = [
    ...(peers.bun === null ? ['Bun (npm could not install it)'] : []),
    ...(peers.socketIo === null ? ['socket.io (npm could not install it)'] : []),
    ...(peers.nats === null ? ['nats-server (not installed here)'] : []),
  ]
  return { ...peers, missing }
}

function install(): void {
  mkdirSync(folder, { recursive: true })
  const flags = ['--no-audit', '--no-fund', '--no-save', '--silent']
  spawnSync('npm', ['install', ...flags, '--prefix', folder, ...packages], { timeout: 300_000 })
}

const runs = (program: string): boolean => spawnSync(program, ['--version']).status === 0
