/** Electron's `webContents`: messages to a page, and what the app lets it do. */
import type {
  HandlerDetails,
  WebContents as PublicContents,
  WebFrameMain,
  WindowOpenHandlerResponse,
} from 'electron'
import { mustNotBeDestroyed } from './desk.ts'
import { createEvent, EventSource } from './event-source.ts'
import { clone } from './ipc-main.ts'

type OpenHandler = (details: HandlerDetails) => WindowOpenHandlerResponse
/** What the app knows a frame by: its identity and its address. */
export type Frame = { url: string }

export class WebContents extends EventSource<PublicContents> {
  /** One object for as long as the window lives: the app compares it with the sender of a message. */
  readonly ownFrame: Frame = { url: '' }
  isDestroyed = false
  readonly #send: (channel: string, args: readonly unknown[]) => void
  #openHandler: OpenHandler = () => ({ action: 'allow' })

  constructor(send: (channel: string, args: readonly unknown[]) => void) {
    super()
    this.#send = send
  }

  get mainFrame(): WebFrameMain {
    return asFrame(this.ownFrame)
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.#openHandler = handler
  }

  send(channel: string, ...args: unknown[]): void {
    mustNotBeDestroyed(this.isDestroyed)
    try {
      this.#send(channel, clone(args))
    } catch (error) {
      // Electron says so and goes on.
      process.stderr.write(`Error sending from webFrameMain: ${error}\n`)
    }
  }

  mayOpen(url: string): boolean {
    const details = { url, frameName: '', features: '', disposition: 'foreground-tab' } as HandlerDetails // its address is what the app may judge by
    return this.#openHandler(details).action === 'allow'
  }

  mayNavigate(url: string, frame: Frame): boolean {
    const isMainFrame = frame === this.ownFrame
    const event = createEvent({ url, isSameDocument: false, isMainFrame, frame: asFrame(frame) })
    this.events.emit('will-frame-navigate', event)
    return !event.defaultPrevented
  }
}

/** A frame has many more members in Electron; the app reads its address. */
export const asFrame = (frame: Frame): WebFrameMain => frame as unknown as WebFrameMain // see above
