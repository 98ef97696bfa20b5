/** The desktop app in Electron itself, where its program is on this machine. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { _electron, type ElectronApplication, expect, type Page } from '@playwright/test'
import { findElectronBinary, findElectronPackage } from '../../src/launcher/electron-binary.ts'
import { packageRoot } from '../program/paths.ts'
import { watchProgram } from '../program/running-program.ts'
import { type Host, type RunningApp, type StartOptions, toFlags } from './host.ts'
import { collectPageErrors } from './page-errors.ts'
import { clickRecordedToast, recordedToasts, recordedTray } from './recorded-desktop.ts'

/** Not the package's own entry: importing that would try to download the program. */
function electronBinary(): string | null {
  const found = findElectronPackage(packageRoot)
  return found === null ? null : findElectronBinary(found)
}

/** @returns a sentence for people, or null where Electron can be tested */
export function electronSkipReason(): string | null {
  if (electronBinary() === null) return "Electron's program is not on this machine"
  const hasDisplay = process.platform !== 'linux' || process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']
  return hasDisplay ? null : 'there is no display'
}

export function createElectronHost(): Host {
  return {
    name: 'electron',
    capabilities: new Set(['tray', 'toasts-without-window', 'second-start', 'own-window']),
    async start(options) {
      const { executablePath, args, env } = commandLine(options)
      const app = await _electron.launch({ executablePath, args: [...args], env })
      const program = watchProgram(app.process())
      await app.firstWindow()
      return toApp(app, program)
    },
    async startAgain(options) {
      const { executablePath, args, env } = commandLine(options)
      const program = watchProgram(spawn(executablePath, ['--no-sandbox', ...args], { env }))
      return { exitCode: await program.ended, lines: program.lines }
    },
  }
}

function commandLine(options: StartOptions) {
  const executablePath = electronBinary()
  if (executablePath === null) throw new Error("Electron's program is not on this machine.")
  // With ELECTRON_RUN_AS_NODE the program would be Node and nothing else.
  const { ELECTRON_RUN_AS_NODE: _, NODE_OPTIONS: _options, ...inherited } = process.env
  const env = Object.fromEntries(
    Object.entries(inherited).filter((pair): pair is [string, string] => pair[1] !== undefined),
  )
  const recorder = join(import.meta.dirname, 'electron-recorder.mjs')
  return { executablePath, args: [recorder, ...toFlags(options)], env }
}

function toApp(app: ElectronApplication, program: ReturnType<typeof watchProgram>): RunningApp {
  const newestPage = (): Page => {
    const page = app.windows().at(-1)
    if (page === undefined) throw new Error('No window is open.')
    return page
  }
  const tray = recordedTray(app)
  return {
    ...{
      tray,
      pageErrors: collectPageErrors(app.context()),
      lines: program.lines,
      ended: program.ended,
      window: newestPage,
    },
    windowCount: () => app.windows().length,
    async openWindow() {
      await tray.choose('Open Tocsin')
      await expect.poll(() => app.windows().length).toBeGreaterThan(0)
      return newestPage()
    },
    async closeWindow() {
      await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().at(-1)?.close())
      await expect.poll(() => app.windows().length).toBe(0)
    },
    toasts: () => recordedToasts(app),
    clickToast: (title) => clickRecordedToast(app, title),
    stop: () => program.stop(),
    kill: () => program.kill(),
  }
}
