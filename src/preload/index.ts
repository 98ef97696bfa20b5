/** Exposes the contract to the window as `window.tocsin`, and nothing else. Runs sandboxed. */
import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron'
import type { Transport } from '../contract/client.ts'
import { eventChannel, invokeChannel } from '../contract/ipc-channels.ts'

const transport: Transport = {
  invoke: (command, input) => ipcRenderer.invoke(invokeChannel, command, input),
  subscribe(listener) {
    const onEvent = (_event: IpcRendererEvent, name: unknown, data: unknown): void => listener(name, data)
    ipcRenderer.on(eventChannel, onEvent)
    return () => void ipcRenderer.off(eventChannel, onEvent)
  },
}

contextBridge.exposeInMainWorld('tocsin', transport)
