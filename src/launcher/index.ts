#!/usr/bin/env node
/** The `tocsin` command: reads the flags, picks the host, starts it. */
import { defaultDataFolder, prepareDataFolder } from '../host/data-folder.ts'
import { hasDisplay } from '../host/display.ts'
import { type Flags, helpText, parseFlags } from '../host/flags.ts'
import { findPackageRoot, readVersion } from '../host/package-root.ts'
import { platformName } from '../host/platform-name.ts'
import { stopOnSignals } from '../host/stop-on-signals.ts'
import { chooseHost } from './choose-host.ts'
import { startDesktop } from './start-desktop.ts'

async function start(flags: Flags): Promise<void> {
  const isRoot = process.getuid?.() === 0
  const choice = chooseHost(flags.host, {
    platform: platformName,
    hasDisplay: hasDisplay(platformName, process.env),
    isRoot,
  })
  if (choice.host === 'browser') return startBrowser(flags, choice.why)
  // What no host can use is no reason to try the other one, and none to fetch Electron first.
  prepareDataFolder(flags.dataDir ?? defaultDataFolder(platformName))
  const outcome = await startDesktop(findPackageRoot(), flags)
  if (outcome.kind === 'failed') return startBrowser(flags, outcome.why)
  process.exitCode = outcome.exitCode
}

async function startBrowser(flags: Flags, why: string | null): Promise<void> {
  if (why !== null) process.stdout.write(`Using the browser instead of the desktop: ${why}\n`)
  if (flags.link !== null) process.stdout.write('Links are opened by the desktop app alone.\n')
  // Loaded only where it is wanted: the desktop app's launcher stays small.
  const { runBrowserHost } = await import('../browser/run-browser-host.ts')
  const stop = await runBrowserHost(flags)
  stopOnSignals(
    () => void stop().then(() => process.exit(0)),
    () => process.exit(1),
  )
}

const parsed = parseFlags(process.argv.slice(2))
switch (parsed.kind) {
  case 'help':
    process.stdout.write(helpText)
    break
  case 'version':
    process.stdout.write(`${readVersion(findPackageRoot())}\n`)
    break
  case 'bad':
    process.stderr.write(`tocsin: ${parsed.problem}\n`)
    process.exitCode = 2
    break
  case 'run':
    await start(parsed.flags).catch((error: unknown) => {
      process.stderr.write(`tocsin: ${error instanceof Error ? error.message : String(error)}\n`)
      process.exit(1)
    })
}
