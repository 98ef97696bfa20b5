/** Tocsin in a browser, started as a user does: the `tocsin` command, and the address that it prints. */
import { spawn } from 'node:child_process'
import type { BrowserContext, Page } from '@playwright/test'
import { platformName } from '../../src/host/platform-name.ts'
import { builtFiles } from '../program/paths.ts'
import { type RunningProgram, watchProgram } from '../program/running-program.ts'
import { type Capability, type Host, type HostDeps, type RunningApp, toFlags } from './host.ts'
import { collectPageErrors } from './page-errors.ts'
import { clickToast, readToasts, recordToasts } from './page-toasts.ts'
import { defaultAction, noBus, type ToastDesk } from './toast-desk.ts'

/** What the address follows in what the program prints. */
const printedBefore = 'Tocsin is at '

export function createBrowserHost({ browser, contextOptions }: HostDeps): Host {
  return {
    name: 'browser',
    capabilities: new Set<Capability>([
      ...(['http', 'answered-dialogs'] as const),
      ...(platformName === 'linux' ? (['toast-desk'] as const) : []),
    ]),
    async start(options) {
      const args = ['--host', 'browser', '--no-open', '--port', '0', ...toFlags(options)]
      const { toastDesk = null } = options
      const env = { ...process.env, LC_ALL: 'C', ...noBus, ...toastDesk?.environment, ...options.environment }
      const program = watchProgram(spawn(process.execPath, [builtFiles.command, ...args], { env }))
      const line = await program.lineWith(printedBefore)
      const address = line.slice(line.indexOf(printedBefore) + printedBefore.length)
      const context = await browser.newContext({ ...contextOptions, permissions: ['notifications'] })
      return toApp(program, context, address, toastDesk)
    },
    async startAgain() {
      throw new Error('Each start of the browser host is an app of its own.')
    },
  }
}

async function toApp(
  program: RunningProgram,
  context: BrowserContext,
  address: string,
  toastDesk: ToastDesk | null,
): Promise<RunningApp> {
  const openPages = (): readonly Page[] => context.pages()
  const newestPage = (): Page => {
    const page = openPages().at(-1)
    if (page === undefined) throw new Error('No window is open.')
    return page
  }
  const openWindow = async (): Promise<Page> => {
    const page = await context.newPage()
    await recordToasts(page)
    await page.goto(address)
    return page
  }
  const end = async <Outcome>(ending: Promise<Outcome>): Promise<Outcome> => {
    const outcome = await ending
    await context.close()
    return outcome
  }
  const pageErrors = collectPageErrors(context)
  await openWindow()
  return {
    ...{
      openWindow,
      pageErrors,
      lines: program.lines,
      ended: program.ended,
      tray: null,
      desktop: null,
      window: newestPage,
    },
    windowCount: () => openPages().length,
    closeWindow: () => newestPage().close(),
    toasts: async () => toastDesk?.toasts() ?? readToasts(newestPage()),
    clickToast: async (title) =>
      toastDesk === null ? clickToast(newestPage(), title) : toastDesk.press(title, defaultAction),
    async pressToast(title, button) {
      if (toastDesk === null) throw new Error("A page's toasts have no buttons.")
      toastDesk.press(title, button)
    },
    stop: () => end(program.stop()),
    kill: () => end(program.kill()),
  }
}
