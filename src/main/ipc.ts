/** The contract over Electron's IPC. The only file that knows `ipcMain`. */
import { type IpcMainInvokeEvent, ipcMain, type WebFrameMain } from 'electron'
import type { Dispatch } from '../contract/dispatch.ts'
import { invokeChannel } from '../contract/ipc-channels.ts'
import type { Reply } from '../contract/reply.ts'
import { isSmallCall } from './call-size.ts'

export type IpcDeps = {
  readonly dispatch: Dispatch
  /** Whether a frame is the main frame of our own window, with our own page in it. */
  isOurs(frame: WebFrameMain): boolean
  /** Told after each answered command. */
  onAnswered(command: unknown): void
}

export function serveIpc({ dispatch, isOurs, onAnswered }: IpcDeps): Disposable {
  ipcMain.handle(invokeChannel, async (event: IpcMainInvokeEvent, command: unknown, input: unknown) => {
    // Read at once: it is null as soon as the frame has gone elsewhere.
    const frame = event.senderFrame
    if (frame === null || !isOurs(frame)) return refusedSender
    if (!isSmallCall(command, input)) return refusedSize
    const reply = await dispatch(command, input)
    onAnswered(command)
    return reply
  })
  return { [Symbol.dispose]: () => ipcMain.removeHandler(invokeChannel) }
}

const refusedSender: Reply = {
  ok: false,
  error: { code: 'unavailable', message: "Only Tocsin's own window may ask this." },
}

const refusedSize: Reply = {
  ok: false,
  error: { code: 'bad-input', message: 'That is more than Tocsin can be asked at once.' },
}

/**
 * electron-store answers any frame of any page, without asking whose it is, with the data folder and the version: for
 * stores in pages, which Tocsin has none of. To be called once the settings are open.
 */
export function silenceElectronStore(): void {
  ipcMain.removeAllListeners('electron-store-get-data')
}
