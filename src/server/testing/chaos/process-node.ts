/** A server in a process of its own, started from source: `tocsin-server` with these arguments. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { ChaosNode } from './chaos-node.ts'

/** All clients and publishers of a run have one address. */
const always = ['--port', '0', '--no-demo', '--max-requests', '0', '--max-upgrades', '0'] as const
const cli = fileURLToPath(new URL('../../cli.ts', import.meta.url))

/**
 * On another port after each start: nobody waits for one that is still taken.
 * @param args what keeps its data over a kill, such as `--data-dir`; the rest is added
 */
export function createProcessNode(...args: readonly string[]): ChaosNode {
  let child: ChildProcess | null = null
  let address = Promise.withResolvers<string>()

  async function kill(): Promise<void> {
    const killed = child
    if (killed === null) return
    child = null
    address = Promise.withResolvers()
    killed.kill('SIGKILL')
    if (killed.exitCode === null && killed.signalCode === null) await once(killed, 'exit')
  }

  return {
    address: () => address.promise,
    async start() {
      // It logs who comes and goes, thousands of lines.
      const started = spawn(process.execPath, [cli, ...always, ...args], {
        stdio: ['ignore', 'pipe', 'ignore'],
      })
      child = started
      started.once('exit', () => {
        // By itself: whoever asks for its address waits, and the run says what is missing.
        if (child === started) address = Promise.withResolvers()
      })
      const [line] = await Promise.race([
        once(createInterface(started.stdout), 'line'),
        once(started, 'exit').then(([code]) => Promise.reject(new Error(`the server ended with ${code}`))),
      ])
      address.resolve(String(line).replace('Listening on ', ''))
    },
    kill,
    [Symbol.asyncDispose]: kill,
  }
}
