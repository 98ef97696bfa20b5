/** A real nats-server with JetStream for tests, on a port that it finds itself; it may be killed and started again there. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export type NatsServer = AsyncDisposable & {
  readonly url: string
  /** As a crash: nothing is written any more. */
  kill(): Promise<void>
  /** On the same port, with what it had stored. */
  start(): Promise<void>
  /** All that it stores: to be copied or put back while it is not running. */
  readonly folder: string
}

/** Debian puts it where only root looks. */
const env = { ...process.env, PATH: `${process.env['PATH'] ?? ''}:/usr/sbin` }

/** @returns why no test can have one here; null: they can */
export function missingForNats(): string | null {
  const { status, error } = spawnSync('nats-server', ['--version'], { stdio: 'ignore', env })
  return status === 0
    ? null
    : `nats-server is not installed (apt-get install nats-server): ${error?.message ?? `status ${status}`}`
}

export type NatsServerOptions = {
  /** More of nats-server's own, such as users. */
  readonly configuration?: string
  readonly jetStream?: boolean
  /** Absent: any free one. */
  readonly port?: number
}

export async function startNatsServer(options: NatsServerOptions = {}): Promise<NatsServer> {
  const { configuration = '', jetStream = true } = options
  const root = mkdtempSync(join(tmpdir(), 'tocsin-nats-'))
  const folder = join(root, 'store')
  let port = options.port ?? -1
  let child: ChildProcess | null = null

  async function start(): Promise<void> {
    const file = join(root, 'nats.conf')
    const storage = jetStream ? `jetstream { store_dir: "${folder}", max_file_store: 1GB }` : ''
    writeFileSync(file, `${storage}\n${configuration}\n`)
    const args = ['-c', file, '-a', '127.0.0.1', '-p', String(port)]
    child = spawn('nats-server', args, { env, stdio: ['ignore', 'ignore', 'pipe'] })
    port = await listeningPort(child)
  }
  async function kill(): Promise<void> {
    if (child === null || child.exitCode !== null || child.signalCode !== null) return
    const gone = once(child, 'exit')
    child.kill('SIGKILL')
    await gone
  }
  await start()
  return {
    url: `nats://127.0.0.1:${port}`,
    folder,
    kill,
    start,
    async [Symbol.asyncDispose]() {
      await kill()
      rmSync(root, { recursive: true, force: true })
    },
  }
}

async function listeningPort(child: ChildProcess): Promise<number> {
  let said = ''
  await new Promise<void>((resolve, reject) => {
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said += text
      if (said.includes('Server is ready')) resolve()
    })
    child.once('exit', () => reject(new Error(`nats-server has ended: ${said}`)))
  })
  child.stderr?.removeAllListeners('data').resume()
  return Number(/Listening for client connections on 127\.0\.0\.1:(\d+)/.exec(said)?.[1])
}
