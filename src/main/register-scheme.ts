/** Linux: makes Tocsin's installed desktop file the one that opens `tocsin://` links, by xdg-utils. */
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { isAbsolute, join } from 'node:path'
import { promisify } from 'node:util'
import { desktopFileName } from '../host/desktop-id.ts'
import { linkScheme } from '../host/link.ts'

type Environment = Readonly<Record<string, string | undefined>>

const schemeType = `x-scheme-handler/${linkScheme}`
/** Some desktops' ways of telling take their time, and one that hangs is no use to anybody. */
const limitMs = 30_000

/**
 * Never by Electron: it asks `xdg-settings` and waits for it on the main loop (shell/browser/browser_linux.cc). Before
 * xdg-utils 1.2 that can make Tocsin the program for `text/html` as well, and on XFCE it does nothing
 * (electron/electron#20382, #40685).
 * @param home the user's folder
 * @returns once it is done. Never rejects: without xdg-utils links go where they went before
 */
export async function registerScheme(environment: Environment, home: string): Promise<void> {
  if (!isInstalled(environment, home)) return
  const ask = async (...args: readonly string[]): Promise<string> => {
    const options = { env: { ...environment }, timeout: limitMs, encoding: 'utf8' } as const
    return (await promisify(execFile)('xdg-mime', args, options)).stdout.trim()
  }
  try {
    if ((await ask('query', 'default', schemeType)) === desktopFileName) return
    await ask('default', desktopFileName, schemeType)
  } catch {
    // Nothing that a user of Tocsin could do, or would miss before the first link.
  }
}

/** As the XDG Base Directory Specification has it. What is not installed would be a handler that nobody finds. */
function isInstalled(environment: Environment, home: string): boolean {
  const { XDG_DATA_HOME: own, XDG_DATA_DIRS: shared } = environment
  const folders = [
    own || join(home, '.local', 'share'),
    ...(shared || '/usr/local/share:/usr/share').split(':'),
  ]
  return folders.some(
    (folder) => isAbsolute(folder) && existsSync(join(folder, 'applications', desktopFileName)),
  )
}
