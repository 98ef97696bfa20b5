/** What a spec may do with Tocsin, whichever host it runs in. Specs know this, and no host. */

import type { Browser, BrowserContextOptions, Page } from '@playwright/test'
import type { ToastDesk } from './toast-desk.ts'

export const hostNames = ['browser', 'stand-in', 'electron'] as const
export type HostName = (typeof hostNames)[number]

export type StartOptions = {
  readonly dataDir: string
  /** A notification endpoint; without one the server built into Tocsin. */
  readonly source?: string
  /** More flags, such as `--frequency 1`. */
  readonly flags?: readonly string[]
  /** Besides the test's own. */
  readonly environment?: Readonly<Record<string, string>>
  /** The notification service of its desktop; without one a desktop has its own, and a browser host none. */
  readonly toastDesk?: ToastDesk
}

export type HostToast = {
  readonly title: string
  readonly body: string
  /** It was withdrawn. */
  readonly isGone: boolean
  /** What they say, in order. */
  readonly buttons: readonly string[]
}

export type HostTrayItem = {
  readonly label: string
  readonly isEnabled: boolean
  readonly isChecked: boolean
  readonly items: readonly HostTrayItem[]
}

export type HostTray = {
  look(): Promise<{
    readonly imagePath: string
    readonly tooltip: string
    readonly items: readonly HostTrayItem[]
  }>
  /** Chooses an item by the labels on the way to it. */
  choose(...path: readonly string[]): Promise<void>
}

/** What only a desktop shows and does. */
export type HostDesktop = {
  /** Message boxes that wait for an answer, oldest first. */
  boxes(): readonly {
    readonly message: string
    readonly detail: string
    readonly buttons: readonly string[]
  }[]
  /** Presses a button of the oldest box. */
  answerBox(label: string): Promise<void>
  /** The number on the app's icon; null while none was ever drawn. */
  badge(): number | null
  /** Where the newest window was made. */
  place(): { readonly bounds: WindowBounds; readonly isMaximized: boolean } | null
  placeWindow(bounds: WindowBounds): Promise<void>
  /** Another program's window comes to the front. */
  blurWindow(): Promise<void>
  pressKeys(accelerator: string): Promise<void>
  /** As macOS hands over a link. */
  openUrl(url: string): Promise<void>
  tellPower(name: 'suspend' | 'resume' | 'lock-screen' | 'unlock-screen' | 'shutdown'): Promise<void>
}

export type WindowBounds = {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export type RunningApp = {
  /** The open window. @throws Error when there is none */
  window(): Page
  /** How many windows are open. */
  windowCount(): number
  /** As a user does: by the tray, or by the printed address. */
  openWindow(): Promise<Page>
  closeWindow(): Promise<void>
  readonly tray: HostTray | null
  readonly desktop: HostDesktop | null
  /** Every toast that was shown, oldest first. */
  toasts(): Promise<readonly HostToast[]>
  /** Clicks the newest toast with that title. */
  clickToast(title: string): Promise<void>
  /** Presses a button of the newest toast with that title. */
  pressToast(title: string, button: string): Promise<void>
  /** What it has printed so far. */
  readonly lines: readonly string[]
  /** What went wrong inside its windows: errors that nothing caught. */
  readonly pageErrors: readonly string[]
  /** Resolves with its exit code, or the signal that ended it. */
  readonly ended: Promise<number | string>
  /** Stops it cleanly. @returns its exit code */
  stop(): Promise<number | string>
  /** Ends it without asking, as a crash or a power cut does. */
  kill(): Promise<void>
}

/** What a host cannot do is declared here; a spec that needs it is skipped, with the reason. */
export type Capability =
  | 'tray'
  /** Toasts come although no window is open. */
  | 'toasts-without-window'
  /** Toasts go to a notification service on D-Bus: only Linux has one. */
  | 'toast-desk'
  /** Starting at login is a file of the desktop's: only Linux has it. */
  | 'autostart-file'
  /** Boxes, badge, keys and the place of windows are seen and used by the test. */
  | 'desktop'
  /** A second start shows the first one's window. */
  | 'second-start'
  /** The window is served over HTTP to whoever knows the address. */
  | 'http'
  /** The window is not a browser's: it opens no others, goes nowhere else, and is granted nothing. */
  | 'own-window'
  /** Somebody answers when a file is to be chosen: the system's own dialog waits for a person. */
  | 'answered-dialogs'

export type Host = {
  readonly name: HostName
  readonly capabilities: ReadonlySet<Capability>
  /** Resolves once its window is there; with `--hidden`, once it runs. */
  start(options: StartOptions): Promise<RunningApp>
  /** Starts it a second time on the same data. @returns how the second one ended */
  startAgain(
    options: StartOptions,
  ): Promise<{ readonly exitCode: number | string; readonly lines: readonly string[] }>
}

/** What hosts need of Playwright. */
export type HostDeps = { readonly browser: Browser; readonly contextOptions: BrowserContextOptions }

export const toFlags = ({ dataDir, source, flags = [] }: StartOptions): string[] => [
  ...['--data-dir', dataDir],
  ...(source === undefined ? [] : ['--source', source]),
  ...flags,
]
