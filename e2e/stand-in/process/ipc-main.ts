/** Electron's `ipcMain`: handlers of `invoke`, with structured clones both ways and errors as Electron words them. */
import type { IpcMainInvokeEvent, IpcMain as PublicIpcMain } from 'electron'
import type { InvokeAnswer } from '../messages.ts'
import type { ElectronSubset } from './electron-subset.ts'
import { EventSource } from './event-source.ts'

/** Electron declares the arguments as `any`: what they are is the handler's to find out. */
type Handler = (event: IpcMainInvokeEvent, ...args: unknown[]) => unknown

export type IpcHandle = {
  invoke(event: IpcMainInvokeEvent, channel: string, args: readonly unknown[]): Promise<InvokeAnswer>
}

export function createIpcMain(): Pick<ElectronSubset, 'ipcMain'> & { readonly handle: IpcHandle } {
  const handlers = new Map<string, Handler>()

  /** `on` is for electron-store alone, which listens for windows that ask for its data; ours never does. */
  class IpcMain extends EventSource<PublicIpcMain> {
    handle(channel: string, handler: Handler): void {
      if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
      handlers.set(channel, handler)
    }

    removeHandler(channel: string): void {
      handlers.delete(channel)
    }
  }

  const handle: IpcHandle = {
    async invoke(event, channel, args) {
      try {
        const handler = handlers.get(channel)
        if (handler === undefined) throw new Error(`No handler registered for '${channel}'`)
        return { ok: true, result: clone(await handler(event, ...args)) }
      } catch (error) {
        process.stderr.write(`Error occurred in handler for '${channel}': ${error}\n`)
        return { ok: false, error: String(error) }
      }
    },
  }
  return { ipcMain: new IpcMain(), handle }
}

/** @throws Error in Electron's words for what cannot be cloned */
export function clone<Value>(value: Value): Value {
  try {
    return structuredClone(value)
  } catch {
    throw new Error('An object could not be cloned.')
  }
}
