/** The desktop app's entry: what must happen before Electron is ready, then the host itself. */
import { app } from 'electron'
import { prepareDataFolder } from '../host/data-folder.ts'
import { desktopReadyLine } from '../host/desktop-ready-line.ts'
import { type Flags, parseFlags } from '../host/flags.ts'
import { reportFault } from '../host/report-fault.ts'
import { explainStart } from '../host/start-problem.ts'
import { registerAppScheme } from './app-scheme.ts'
import { toHandOver } from './hand-over.ts'
import { hardenContents } from './harden.ts'
import { collectOpenedLinks } from './opened-links.ts'
import { desktopPlatform } from './platform/desktop-platform.ts'
import { runDesktop } from './run-desktop.ts'
import { whenReady } from './when-ready.ts'

// Chromium's own switches stand among ours: what is not ours is not judged.
const parsed = parseFlags(process.argv.slice(1), { ignoreUnknown: true })

function start(flags: Flags): void {
  const dataDir = flags.dataDir ?? app.getPath('userData')
  prepareDataFolder(dataDir)
  app.setPath('userData', dataDir)
  desktopPlatform.prepare(app)
  registerAppScheme()
  hardenContents(app)
  // Before Electron is ready: macOS tells of the link that it was started for, and does so once.
  const openedLinks = collectOpenedLinks(app, flags.link)
  if (!app.requestSingleInstanceLock(toHandOver(flags))) {
    const ending = flags.isHidden ? '.' : ': its window comes to the front.'
    // A pipe on Windows is written later: not before that may the process end.
    process.stdout.write(`${desktopReadyLine} already${ending}\n`, () => app.exit(0))
    return
  }
  // Not awaited: Electron becomes ready only after this module has run to its end.
  void whenReady(app)
    .then((launchInfo) => runDesktop(flags, openedLinks, launchInfo))
    .catch((fault: unknown) => giveUp(explainStart(fault, dataDir)))
}

/** Left alone, Electron would show its own box and stay, with nothing on the screen. */
function giveUp(error: unknown): void {
  reportFault(error)
  app.exit(1)
}

switch (parsed.kind) {
  case 'run':
    try {
      start(parsed.flags)
    } catch (error) {
      giveUp(error)
    }
    break
  case 'bad':
    process.stderr.write(`tocsin: ${parsed.problem}\n`)
    app.exit(2)
    break
  case 'help':
  case 'version':
    // Asked of the launcher, which answers; Chromium has a `--version` of its own.
    app.exit(0)
}
