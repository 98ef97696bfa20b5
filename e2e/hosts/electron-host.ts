/** The desktop app in Electron itself, where its program is on this machine. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { _electron, type ElectronApplication, expect, type Page } from '@playwright/test'
import { platformName } from '../../src/host/platform-name.ts'
import { findElectronBinary, findElectronPackage } from '../../src/launcher/electron-binary.ts'
import { packageRoot } from '../program/paths.ts'
import { watchProgram } from '../program/running-program.ts'
import { type Capability, type Host, type RunningApp, type StartOptions, toFlags } from './host.ts'
import { collectPageErrors } from './page-errors.ts'
import { clickRecordedToast, recordedToasts, recordedTray } from './recorded-desktop.ts'
import { defaultAction, startToastDesk, type ToastDesk } from './toast-desk.ts'

/** Not the package's own entry: importing that would try to download the program. */
function electronBinary(): string | null {
  const found = findElectronPackage(packageRoot)
  return found === null ? null : findElectronBinary(found)
}

/** @returns a sentence for people, or null where Electron can be tested */
export function electronSkipReason(): string | null {
  if (electronBinary() === null) return "Electron's program is not on this machine"
  const hasDisplay = platformName !== 'linux' || process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']
  return hasDisplay ? null : 'there is no display'
}

export function createElectronHost(): Host {
  return {
    name: 'electron',
    capabilities: new Set<Capability>([
      ...(['tray', 'toasts-without-window', 'second-start', 'own-window'] as const),
      ...(platformName === 'linux' ? (['toast-desk'] as const) : []),
    ]),
    async start(options) {
      const toastDesk = await deskFor(options)
      const { executablePath, args, env } = commandLine(options, toastDesk)
      const app = await _electron.launch({ executablePath, args: [...args], env })
      const program = watchProgram(app.process())
      await app.firstWindow()
      return toApp(app, program, toastDesk)
    },
    async startAgain(options) {
      const { executablePath, args, env } = commandLine(options, options.toastDesk ?? null)
      const program = watchProgram(spawn(executablePath, ['--no-sandbox', ...args], { env }))
      return { exitCode: await program.ended, lines: program.lines }
    },
  }
}

/** Only on Linux are toasts shown over D-Bus. */
async function deskFor(options: StartOptions): Promise<ToastDesk | null> {
  if (platformName !== 'linux') return null
  return options.toastDesk ?? startToastDesk()
}

function commandLine(options: StartOptions, toastDesk: ToastDesk | null) {
  const executablePath = electronBinary()
  if (executablePath === null) throw new Error("Electron's program is not on this machine.")
  // With ELECTRON_RUN_AS_NODE the program would be Node and nothing else.
  const { ELECTRON_RUN_AS_NODE: _, NODE_OPTIONS: _options, ...inherited } = process.env
  const env = Object.fromEntries(
    Object.entries({ ...inherited, ...toastDesk?.environment, ...options.environment }).filter(
      (pair): pair is [string, string] => pair[1] !== undefined,
    ),
  )
  const recorder = join(import.meta.dirname, 'electron-recorder.mjs')
  return { executablePath, args: [recorder, ...toFlags(options)], env }
}

function toApp(
  app: ElectronApplication,
  program: ReturnType<typeof watchProgram>,
  toastDesk: ToastDesk | null,
): RunningApp {
  const newestPage = (): Page => {
    const page = app.windows().at(-1)
    if (page === undefined) throw new Error('No window is open.')
    return page
  }
  const tray = recordedTray(app)
  return {
    ...{
      tray,
      // Boxes wait for a person, and a display is not moved about by a test.
      desktop: null,
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
    toasts: async () => toastDesk?.toasts() ?? recordedToasts(app),
    clickToast: async (title) =>
      toastDesk === null ? clickRecordedToast(app, title) : toastDesk.press(title, defaultAction),
    async pressToast(title, button) {
      if (toastDesk === null) throw new Error('The recorded toasts have no buttons.')
      toastDesk.press(title, button)
    },
    async stop() {
      const outcome = await program.stop()
      await toastDesk?.stop()
      return outcome
    },
    async kill() {
      await program.kill()
      await toastDesk?.stop()
    },
  }
}
