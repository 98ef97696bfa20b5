/** The seed's Python client, its text as it stands there but for the address, in a Python that has `websockets`. */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'

export type PythonClient = Disposable & {
  /** All that it printed so far. */
  readonly lines: readonly string[]
  /** Resolves when it has printed so many lines like this one. @returns the last of them */
  prints(pattern: RegExp, times?: number): Promise<string>
  /** Its exit code. */
  readonly ended: Promise<number>
}

const text = readFileSync(new URL('python-client.txt', import.meta.url), 'utf8')
const seedAddress = 'wss://mockly.me'

/** @returns a Python that can run it; null where there is none */
export function findPython(): string | null {
  const hasLibrary = (python: string): boolean => spawnSync(python, ['-c', 'import websockets']).status === 0
  return ['python3', '/usr/bin/python3'].find(hasLibrary) ?? null
}

/** @param url where it connects to in place of the seed's server */
export function runPythonClient(python: string, url: string): PythonClient {
  const child = spawn(python, ['-u', '-c', text.replace(seedAddress, url)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const lines: string[] = []
  const checks = new Set<() => void>()
  createInterface(child.stdout).on('line', (line) => {
    lines.push(line)
    for (const check of checks) check()
  })
  return {
    lines,
    prints: (pattern, times = 1) =>
      new Promise((resolve) => {
        const check = (): void => {
          const found = lines.filter((line) => pattern.test(line))
          if (found.length < times) return
          checks.delete(check)
          resolve(found.at(-1) ?? '')
        }
        checks.add(check)
        check()
      }),
    // All that it printed has been read by then.
    ended: once(child, 'close').then(([code]) => Number(code)),
    [Symbol.dispose]: () => void child.kill(),
  }
}
