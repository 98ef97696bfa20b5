/** Our own notification server, run as its users run it: the `tocsin-server` command. */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { builtFiles } from '../program/paths.ts'
import { watchProgram } from '../program/running-program.ts'

export type BuiltServer = {
  /** `ws://127.0.0.1:8787` */
  readonly url: string
  readonly port: number
  stop(): Promise<void>
  /** As a crash does. */
  kill(): Promise<void>
}

const printedBefore = 'Listening on '

/**
 * @param port 0 for any free one
 * @param flags beside port and folder
 */
export async function startBuiltServer(port = 0, flags: readonly string[] = []): Promise<BuiltServer> {
  // Not where the server of whoever runs the tests keeps what is published.
  const folder = mkdtempSync(join(tmpdir(), 'tocsin-e2e-server-'))
  const removeFolder = (): void => rmSync(folder, { recursive: true, force: true })
  const args = [builtFiles.server, '--port', String(port), '--data-dir', folder, ...flags]
  const program = watchProgram(spawn(process.execPath, args))
  const line = await program.lineWith(printedBefore)
  const url = line.slice(line.indexOf(printedBefore) + printedBefore.length)
  return {
    ...{ url, port: Number(new URL(url).port) },
    async kill() {
      await program.kill()
      removeFolder()
    },
    async stop() {
      await program.stop()
      removeFolder()
    },
  }
}
