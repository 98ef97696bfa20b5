/** Opens an address in the user's browser, as each platform does it. */
import { spawn } from 'node:child_process'
import type { PlatformName } from './platform-name.ts'

const openers: Readonly<Record<PlatformName, (url: string) => readonly [string, readonly string[]]>> = {
  linux: (url) => ['xdg-open', [url]],
  darwin: (url) => ['open', [url]],
  // `start` takes its first quoted argument for a title; & would end the command.
  win32: (url) => ['cmd', ['/c', 'start', '""', url.replaceAll('&', '^&')]],
}

/** Does its best: where there is no browser, the printed address is enough. */
export function openInBrowser(platform: PlatformName, url: string): void {
  const [command, args] = openers[platform](url)
  const child = spawn(command, args, { stdio: 'ignore', detached: true, windowsVerbatimArguments: true })
  child.on('error', () => {})
  child.unref()
}
