/** Our own notification server, run as its users run it: the `tocsin-server` command. */
import { spawn } from 'node:child_process'
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

/** @param port 0 for any free one */
export async function startBuiltServer(port = 0): Promise<BuiltServer> {
  const program = watchProgram(spawn(process.execPath, [builtFiles.server, '--port', String(port)]))
  const line = await program.lineWith(printedBefore)
  const url = line.slice(line.indexOf(printedBefore) + printedBefore.length)
  return {
    ...{ url, port: Number(new URL(url).port), kill: program.kill },
    async stop() {
      await program.stop()
    },
  }
}
