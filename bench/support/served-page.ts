/** A page on 127.0.0.1 in a process of its own: the window of the built program, or a peer served in the same way. */
import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import type { BrowserContext } from '@playwright/test'
import { builtFiles } from '../../e2e/program/paths.ts'
import { watchProgram } from '../../e2e/program/running-program.ts'
import { buildIfStale } from '../../scripts/build-if-stale.ts'
import { buildPage, type PeerName } from './built-page.ts'

export type ServedPage = {
  readonly url: string
  /** Lets a browser in, without a visit: its cache stays cold. */
  admit(context: BrowserContext): Promise<void>
  stop(): Promise<void>
}

const printedBefore = ' is at '

/** The browser host of the built program. @param source where its notifications come from */
export async function serveWindow(dataDir: string, source: string): Promise<ServedPage> {
  buildIfStale()
  const flags = ['--host', 'browser', '--no-open', '--port', '0', '--data-dir', dataDir, '--source', source]
  // No toasts on the desktop of whoever measures.
  const env = { ...process.env, DBUS_SESSION_BUS_ADDRESS: 'disabled:' }
  return toServedPage(spawn(process.execPath, [builtFiles.command, ...flags], { env }))
}

/** @param connectTo what the page may connect to besides its own server */
export async function servePeer(name: PeerName, connectTo: readonly string[] = []): Promise<ServedPage> {
  const folder = await buildPage(name)
  const server = join(import.meta.dirname, 'peer-server.ts')
  return toServedPage(spawn(process.execPath, [server, folder, ...connectTo]))
}

async function toServedPage(child: ChildProcess): Promise<ServedPage> {
  // A benchmark that fails leaves nothing running.
  process.once('exit', () => child.kill())
  const program = watchProgram(child)
  const line = await program.lineWith(printedBefore)
  const address = line.slice(line.indexOf(printedBefore) + printedBefore.length)
  const { origin } = new URL(address)
  const { headers } = await fetch(address, { redirect: 'manual' })
  const [name = '', value = ''] = (headers.get('set-cookie') ?? '').split(';')[0]?.split('=') ?? []
  return {
    url: `${origin}/`,
    admit: (context) => context.addCookies([{ name, value, url: origin }]),
    async stop() {
      await program.stop()
    },
  }
}
