/** The desktop of the stand-in, as a user sees it: windows, one tray icon, toasts, a theme. */
import type { BrowserContext, Page } from '@playwright/test'
import type { Report, ToastLook, TrayLook } from '../messages.ts'
import { type StandInProcess, startStandIn } from './stand-in-process.ts'
import { openWindowPage, type WindowPage } from './window-page.ts'

export type StandInDesktop = StandInProcess & {
  /** The page of the newest window, once it is loaded; null while there is none. */
  readonly page: Page | null
  /** How many windows show their page. */
  readonly windowCount: number
  readonly tray: TrayLook | null
  /** Every toast that was shown, oldest first; `isGone` once the app has withdrawn it. */
  readonly toasts: readonly (ToastLook & { readonly isGone: boolean })[]
  /** How often a window was shown or brought to the front. */
  readonly raisedCount: number
  /** What went wrong with the stand-in itself: a test that sees any of it proves nothing. */
  readonly problems: readonly string[]
  closeWindow(): Promise<void>
}

type Theme = Extract<Report, { is: 'theme-chosen' }>['source']

export function startDesktop(context: BrowserContext, flags: readonly string[]): StandInDesktop {
  const windows = new Map<number, WindowPage>()
  const toasts = new Map<number, ToastLook>()
  const goneToasts = new Set<number>()
  /** Those that show their page, in order. */
  const loaded = new Set<number>()
  const problems: string[] = []
  let tray: TrayLook | null = null
  let theme: Theme = 'system'
  let raisedCount = 0
  let isOver = false
  /** One thing after the other: a message to a window must not overtake its making. */
  let doing: Promise<void> = Promise.resolve()

  const { program, ask } = startStandIn(flags, (report) => {
    doing = doing.then(() => follow(report)).catch(noteProblem)
  })
  void program.ended.then(() => {
    isOver = true
  })

  /** What fails because the app is ending is no problem. */
  function noteProblem(error: unknown): void {
    if (!isOver) problems.push(String(error))
  }

  async function follow(report: Report): Promise<void> {
    switch (report.is) {
      case 'window-made': {
        const { windowId, preloadPath } = report
        const made = await openWindowPage({
          ...{ context, windowId, preloadPath, ask },
          ...{ settled: () => doing, onProblem: noteProblem },
        })
        await made.page.emulateMedia(toMedia(theme))
        windows.set(windowId, made)
        return
      }
      case 'window-load':
        await windows.get(report.windowId)?.load(report.url)
        loaded.add(report.windowId)
        return
      case 'window-raised':
        raisedCount += 1
        return
      case 'window-gone': {
        const gone = windows.get(report.windowId)
        windows.delete(report.windowId)
        loaded.delete(report.windowId)
        return gone?.page.close()
      }
      case 'window-message':
        windows.get(report.windowId)?.deliver(report.channel, report.args)
        return
      case 'tray-drawn':
        tray = report.look
        return
      case 'toast-shown':
        toasts.set(report.toast.toastId, report.toast)
        return
      case 'toast-closed':
        goneToasts.add(report.toastId)
        return
      case 'theme-chosen':
        theme = report.source
        for (const { page } of windows.values()) await page.emulateMedia(toMedia(theme))
        return
      case 'answered':
      case 'refused':
        return
    }
  }

  const newest = (): number | undefined => [...loaded].at(-1)

  return {
    ...{ program, ask, problems },
    get page() {
      return windows.get(newest() ?? 0)?.page ?? null
    },
    get windowCount() {
      return loaded.size
    },
    get tray() {
      return tray
    },
    get toasts() {
      return [...toasts.values()].map((toast) => ({ ...toast, isGone: goneToasts.has(toast.toastId) }))
    },
    get raisedCount() {
      return raisedCount
    },
    async closeWindow() {
      const windowId = newest()
      if (windowId !== undefined) await ask('closeWindow', { windowId })
    },
  }
}

/** A page takes the app's theme for the computer's; the stand-in's own computer is a light one. */
const toMedia = (theme: Theme) => ({ colorScheme: theme === 'system' ? ('light' as const) : theme })
