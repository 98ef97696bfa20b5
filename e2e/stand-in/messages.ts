/** What the stand-in's process and the test say to each other over their channel: reports one way, asks the other. */

export type TrayItem = {
  readonly label: string
  readonly type: 'normal' | 'separator' | 'radio' | 'checkbox' | 'submenu'
  readonly isEnabled: boolean
  readonly isChecked: boolean
  readonly items: readonly TrayItem[]
}

export type TrayLook = {
  readonly imagePath: string
  readonly tooltip: string
  readonly items: readonly TrayItem[]
}

export type ToastLook = {
  /** Of this showing of it. */
  readonly toastId: number
  /** The app's name for it. */
  readonly id: string
  readonly groupId: string
  readonly title: string
  readonly body: string
  readonly iconPath: string
  readonly buttons: readonly string[]
  readonly isSilent: boolean
  readonly isUrgent: boolean
}

/** Of a window, in the pixels of Electron. */
export type Bounds = {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** A message box that waits for its answer. */
export type BoxLook = {
  readonly boxId: number
  readonly message: string
  readonly detail: string
  readonly buttons: readonly string[]
}

/** Pages are told of frames by their place alone: the window's own, or one inside it. */
export type FramePlace = 'main' | 'inner'

/** Stand-in to test. */
export type Report =
  | {
      readonly is: 'window-made'
      readonly windowId: number
      readonly preloadPath: string
      readonly bounds: Bounds
    }
  | { readonly is: 'window-maximized'; readonly windowId: number }
  | { readonly is: 'window-load'; readonly windowId: number; readonly url: string }
  | { readonly is: 'window-raised'; readonly windowId: number }
  | { readonly is: 'window-gone'; readonly windowId: number }
  | {
      readonly is: 'window-message'
      readonly windowId: number
      readonly channel: string
      readonly args: readonly unknown[]
    }
  | { readonly is: 'tray-drawn'; readonly look: TrayLook }
  | { readonly is: 'toast-shown'; readonly toast: ToastLook }
  | { readonly is: 'toast-closed'; readonly toastId: number }
  | { readonly is: 'box-shown'; readonly box: BoxLook }
  | { readonly is: 'box-closed'; readonly boxId: number }
  | { readonly is: 'badge-drawn'; readonly count: number }
  | { readonly is: 'theme-chosen'; readonly source: 'system' | 'light' | 'dark' }
  | { readonly is: 'answered'; readonly askId: number; readonly answer: unknown }
  | { readonly is: 'refused'; readonly askId: number; readonly problem: string }

export type ServedFile = {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
}

export type InvokeAnswer =
  | { readonly ok: true; readonly result: unknown }
  /** As `String(error)` gives it. */
  | { readonly ok: false; readonly error: string }

/** Test to stand-in, each with its answer. */
export type Asks = {
  /** A page wants a file of a scheme that the app handles. */
  serve(input: { url: string; method: string }): Promise<ServedFile>
  /** A page wants to go elsewhere. @returns whether it may */
  navigate(input: { windowId: number; url: string; place: FramePlace }): boolean
  /** A page wants to open a window. @returns whether it may */
  openWindow(input: { windowId: number; url: string }): boolean
  /** @returns those of the permissions that the app grants */
  permissions(input: { windowId: number; names: readonly string[] }): readonly string[]
  invoke(input: {
    windowId: number
    place: FramePlace
    frameUrl: string
    channel: string
    args: readonly unknown[]
  }): Promise<InvokeAnswer>
  /** The page of a window is there. */
  pageLoaded(input: { windowId: number; url: string }): null
  /** A user clicks the cross of a window. */
  closeWindow(input: { windowId: number }): null
  /** A user moves or sizes a window. */
  placeWindow(input: { windowId: number; bounds: Bounds }): null
  /** Another program's window comes to the front. */
  blurWindow(input: { windowId: number }): null
  /** A user presses a button of a message box. */
  answerBox(input: { boxId: number; label: string }): null
  /** A user presses keys that some program has taken for itself. */
  pressKeys(input: { accelerator: string }): null
  /** macOS hands over a link. */
  openUrl(input: { url: string }): null
  tellPower(input: { name: 'suspend' | 'resume' | 'lock-screen' | 'unlock-screen' | 'shutdown' }): null
  clickTray(input: null): null
  /** A user chooses an item of the tray's menu, by the labels on the way to it. */
  chooseInTray(input: { path: readonly string[] }): null
  clickToast(input: { toastId: number }): null
  pressToastButton(input: { toastId: number; label: string }): null
  /** Windows moves a toast to the Action Center by itself, in time; on macOS such a toast tells nothing. */
  putToastAway(input: { toastId: number; how: 'by-user' | 'by-time' }): null
  failNextToast(input: { error: string; isAfterShow: boolean }): null
  /** What is on the screen stays, as after a crash of the app; who starts now is another run. */
  loseRun(input: null): null
}

export type AskName = keyof Asks
export type AskInput<Name extends AskName> = Parameters<Asks[Name]>[0]
export type AskAnswer<Name extends AskName> = Awaited<ReturnType<Asks[Name]>>

export type Ask = {
  [Name in AskName]: { readonly askId: number; readonly name: Name; readonly input: AskInput<Name> }
}[AskName]
