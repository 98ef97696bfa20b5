/** The desktop app's entry: what must happen before Electron is ready, then the host itself. */
import { mkdirSync } from 'node:fs'
import { app } from 'electron'
import { desktopReadyLine } from '../host/desktop-ready-line.ts'
import { parseFlags } from '../host/flags.ts'
import { reportFault } from '../host/report-fault.ts'
import { registerAppScheme } from './app-scheme.ts'
import { hardenContents } from './harden.ts'
import { desktopPlatform } from './platform/desktop-platform.ts'
import { runDesktop } from './run-desktop.ts'

// Chromium's own switches stand among ours: what is not ours is not judged.
const parsed = parseFlags(process.argv.slice(1), { ignoreUnknown: true })

if (parsed.kind !== 'run') {
  if (parsed.kind === 'bad') process.stderr.write(`tocsin: ${parsed.problem}\n`)
  app.exit(parsed.kind === 'bad' ? 2 : 0)
} else {
  const { flags } = parsed
  if (flags.dataDir !== null) {
    mkdirSync(flags.dataDir, { recursive: true })
    app.setPath('userData', flags.dataDir)
  }
  desktopPlatform.prepare(app)
  registerAppScheme()
  hardenContents(app)

  if (app.requestSingleInstanceLock()) {
    // Not awaited: Electron becomes ready only after this module has run to its end.
    void app
      .whenReady()
      .then(() => runDesktop(flags))
      .catch((error: unknown) => {
        reportFault(error)
        app.exit(1)
      })
  } else {
    process.stdout.write(`${desktopReadyLine} already: its window comes to the front.\n`)
    app.exit(0)
  }
}
