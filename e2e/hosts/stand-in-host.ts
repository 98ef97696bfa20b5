/** The desktop app in the stand-in: the built main bundle, a window in Chromium, tray and toasts as data. */
import { type BrowserContext, expect, type Page } from '@playwright/test'
import { type StandInDesktop, startDesktop } from '../stand-in/desktop/desktop.ts'
import { startStandIn } from '../stand-in/desktop/stand-in-process.ts'
import { type Host, type HostDeps, type RunningApp, toFlags } from './host.ts'
import { collectPageErrors } from './page-errors.ts'

export function createStandInHost({ browser, contextOptions }: HostDeps): Host {
  return {
    name: 'stand-in',
    capabilities: new Set([
      'tray',
      'toasts-without-window',
      'second-start',
      'own-window',
      'answered-dialogs',
    ]),
    async start(options) {
      const context = await browser.newContext(contextOptions)
      const desktop = startDesktop(context, toFlags(options))
      await desktop.program.lineWith('Tocsin is in the tray')
      await windowIsOpen(desktop)
      return toApp(desktop, context)
    },
    async startAgain(options) {
      // It opens no window.
      const { program } = startStandIn(toFlags(options), () => {})
      return { exitCode: await program.ended, lines: program.lines }
    },
  }
}

function toApp(desktop: StandInDesktop, context: BrowserContext): RunningApp {
  const { program, ask } = desktop
  const end = async <Outcome>(ending: Promise<Outcome>): Promise<Outcome> => {
    const outcome = await ending
    await context.close()
    expect(desktop.problems, 'what went wrong in the stand-in').toEqual([])
    return outcome
  }
  return {
    ...{ lines: program.lines, ended: program.ended },
    pageErrors: collectPageErrors(context),
    window: () => openPage(desktop),
    windowCount: () => desktop.windowCount,
    async openWindow() {
      await ask('chooseInTray', { path: ['Open Tocsin'] })
      return windowIsOpen(desktop)
    },
    async closeWindow() {
      await desktop.closeWindow()
      await expect.poll(() => desktop.windowCount).toBe(0)
    },
    tray: {
      async look() {
        if (desktop.tray === null) throw new Error('There is no tray icon.')
        return desktop.tray
      },
      async choose(...path) {
        await ask('chooseInTray', { path })
      },
    },
    toasts: async () => desktop.toasts,
    async clickToast(title) {
      const toast = desktop.toasts.findLast((each) => each.title === title)
      if (toast === undefined) throw new Error(`No toast says "${title}".`)
      await ask('clickToast', toast)
    },
    stop: () => end(program.stop()),
    kill: () => end(program.kill()),
  }
}

function openPage({ page }: StandInDesktop): Page {
  if (page === null) throw new Error('No window is open.')
  return page
}

async function windowIsOpen(desktop: StandInDesktop): Promise<Page> {
  await expect.poll(() => desktop.page, 'a window opens').not.toBeNull()
  return openPage(desktop)
}
