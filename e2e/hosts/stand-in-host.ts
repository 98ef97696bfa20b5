/** The desktop app in the stand-in: the built main bundle, a window in Chromium, tray and toasts as data. */
import { type BrowserContext, expect, type Page } from '@playwright/test'
import { platformName } from '../../src/host/platform-name.ts'
import { type StandInDesktop, startDesktop } from '../stand-in/desktop/desktop.ts'
import { startStandIn } from '../stand-in/desktop/stand-in-process.ts'
import { type Capability, type Host, type HostDeps, type RunningApp, toFlags } from './host.ts'
import { collectPageErrors } from './page-errors.ts'
import { defaultAction, noBus, startToastDesk, type ToastDesk } from './toast-desk.ts'

export function createStandInHost({ browser, contextOptions }: HostDeps): Host {
  return {
    name: 'stand-in',
    capabilities: new Set<Capability>([
      ...(['tray', 'desktop', 'toasts-without-window', 'second-start'] as const),
      ...(['own-window', 'answered-dialogs'] as const),
      ...(platformName === 'linux' ? (['toast-desk', 'autostart-file'] as const) : []),
    ]),
    async start(options) {
      const context = await browser.newContext(contextOptions)
      const toastDesk = options.toastDesk ?? (await startToastDesk())
      const environment = { ...toastDesk.environment, ...options.environment }
      const desktop = startDesktop(context, toFlags(options), environment)
      await desktop.program.lineWith('Tocsin is in the tray')
      if (!options.flags?.includes('--hidden')) await windowIsOpen(desktop)
      return toApp(desktop, context, toastDesk)
    },
    async startAgain(options) {
      // It opens no window.
      const environment = { ...noBus, ...options.toastDesk?.environment, ...options.environment }
      const { program } = startStandIn(toFlags(options), environment, () => {})
      return { exitCode: await program.ended, lines: program.lines }
    },
  }
}

function toApp(desktop: StandInDesktop, context: BrowserContext, toastDesk: ToastDesk): RunningApp {
  const { program, ask } = desktop
  const end = async <Outcome>(ending: Promise<Outcome>): Promise<Outcome> => {
    const outcome = await ending
    await context.close()
    await toastDesk.stop()
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
    desktop: {
      boxes: () => desktop.boxes,
      async answerBox(label) {
        await expect.poll(() => desktop.boxes.length, 'a box is open').toBeGreaterThan(0)
        const boxId = desktop.boxes[0]?.boxId ?? 0
        await ask('answerBox', { boxId, label })
        await expect.poll(() => desktop.boxes.some((box) => box.boxId === boxId)).toBe(false)
      },
      badge: () => desktop.badge,
      place: () => desktop.place,
      placeWindow: desktop.placeWindow,
      blurWindow: desktop.blurWindow,
      async pressKeys(accelerator) {
        await ask('pressKeys', { accelerator })
      },
      async openUrl(url) {
        await ask('openUrl', { url })
      },
      async tellPower(name) {
        await ask('tellPower', { name })
      },
    },
    ...toastsOf(desktop, toastDesk),
    stop: () => end(program.stop()),
    kill: () => end(program.kill()),
  }
}

/** On Linux they go to the notification service, elsewhere to Electron. */
function toastsOf(
  desktop: StandInDesktop,
  toastDesk: ToastDesk,
): Pick<RunningApp, 'toasts' | 'clickToast' | 'pressToast'> {
  if (platformName === 'linux') {
    return {
      toasts: async () => toastDesk.toasts(),
      clickToast: async (title) => toastDesk.press(title, defaultAction),
      pressToast: async (title, button) => toastDesk.press(title, button),
    }
  }
  const newest = (title: string) => {
    const toast = desktop.toasts.findLast((each) => each.title === title)
    if (toast === undefined) throw new Error(`No toast says "${title}".`)
    return toast
  }
  return {
    toasts: async () => desktop.toasts,
    async clickToast(title) {
      await desktop.ask('clickToast', { toastId: newest(title).toastId })
    },
    async pressToast(title, button) {
      await desktop.ask('pressToastButton', { toastId: newest(title).toastId, label: button })
    },
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
