/** The desktop of the stand-in, as a user sees it: windows, one tray icon, toasts, a theme. */
import type { BrowserContext, Page } from '@playwright/test'
import type { Bounds, BoxLook, Report, ToastLook, TrayLook } from '../messages.ts'
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
  /** Message boxes that wait for an answer, oldest first. */
  readonly boxes: readonly BoxLook[]
  /** The number on the app's icon; null while none was ever drawn. */
  readonly badge: number | null
  /** Where the newest window was made; null while there is none. */
  readonly place: { readonly bounds: Bounds; readonly isMaximized: boolean } | null
  /** Moves and sizes the newest window. */
  placeWindow(bounds: Bounds): Promise<void>
  blurWindow(): Promise<void>
  /** What went wrong with the stand-in itself: a test that sees any of it proves nothing. */
  readonly problems: readonly string[]
  closeWindow(): Promise<void>
}

type Theme = Extract<Report, { is: 'theme-chosen' }>['source']

export function startDesktop(
  context: BrowserContext,
  flags: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): StandInDesktop {
  const windows = new Map<number, WindowPage>()
  const toasts = new Map<number, ToastLook>()
  const goneToasts = new Set<number>()
  /** Those that show their page, in order. */
  const loaded = new Set<number>()
  const problems: string[] = []
  const boxes = new Map<number, BoxLook>()
  let badge: number | null = null
  let place: StandInDesktop['place'] = null
  let tray: TrayLook | null = null
  let theme: Theme = 'system'
  let raisedCount = 0
  let isOver = false
  /** One thing after the other: a message to a window must not overtake its making. */
  let doing: Promise<void> = Promise.resolve()

  const { program, ask } = startStandIn(flags, environment, (report) => {
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
        place = { bounds: report.bounds, isMaximized: false }
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
      case 'window-maximized':
        if (place !== null) place = { ...place, isMaximized: true }
        return
      case 'box-shown':
        boxes.set(report.box.boxId, report.box)
        return
      case 'box-closed':
        boxes.delete(report.boxId)
        return
      case 'badge-drawn':
        badge = report.count
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
    get boxes() {
      return [...boxes.values()]
    },
    get badge() {
      return badge
    },
    get place() {
      return place
    },
    async placeWindow(bounds) {
      const windowId = newest()
      if (windowId !== undefined) await ask('placeWindow', { windowId, bounds })
    },
    async blurWindow() {
      const windowId = newest()
      if (windowId !== undefined) await ask('blurWindow', { windowId })
    },
    async closeWindow() {
      const windowId = newest()
      if (windowId !== undefined) await ask('closeWindow', { windowId })
    },
  }
}

/** A page takes the app's theme for the computer's; the stand-in's own computer is a light one. */
const toMedia = (theme: Theme) => ({ colorScheme: theme === 'system' ? ('light' as const) : theme })
