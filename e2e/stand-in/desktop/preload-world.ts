/** Electron's side of a page: runs the preload before the page's scripts, with what a sandboxed one may require. */

import type { ContextBridge, IpcRenderer, IpcRendererEvent } from 'electron'

export type PreloadWorld = {
  /** The name of the function that reaches the app from this page. */
  readonly binding: string
  /** Where the app's messages are delivered in this page. */
  readonly inbox: string
}

type Binding = (channel: string, args: readonly unknown[]) => Promise<{ error?: string; result?: unknown }>
type IpcListener = (event: IpcRendererEvent, ...args: unknown[]) => void
type Preload = (require: (name: string) => unknown, module: object, exports: object) => void

/** @returns a script for the page; the preload's own text stands in it, since its CSP forbids to evaluate text */
export function preloadScript(world: PreloadWorld, preload: string): string {
  return `(${runPreload})(${JSON.stringify(world)}, function (require, module, exports) { ${preload}\n })`
}

/** Runs in the page: it may use nothing from outside of itself. */
function runPreload({ binding, inbox }: PreloadWorld, preload: Preload): void {
  // As in Electron, frames inside the page have no preload.
  if (window !== window.top) return
  const listeners = new Map<string, Set<IpcListener>>()

  const mustClone = (value: unknown): unknown => {
    try {
      return structuredClone(value)
    } catch {
      throw new Error('An object could not be cloned.')
    }
  }

  /** What crosses the bridge: copies of data, stand-ins for functions, nothing with a prototype of its own. */
  const cross = (value: unknown): unknown => {
    if (typeof value === 'function') return crossFunction(value as (...args: unknown[]) => unknown)
    if (typeof value !== 'object' || value === null) return value
    if (value instanceof Promise) return crossPromise(value)
    if (value instanceof Error) return new Error(value.message)
    if (Array.isArray(value)) return value.map(cross)
    const prototype: unknown = Object.getPrototypeOf(value)
    if (prototype !== Object.prototype && prototype !== null) return mustClone(value)
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, cross(each)]))
  }
  const crossFunction =
    (told: (...args: unknown[]) => unknown) =>
    (...args: unknown[]) => {
      try {
        return cross(told(...args.map(cross)))
      } catch (error) {
        throw cross(error)
      }
    }
  const crossPromise = (promise: Promise<unknown>): Promise<unknown> =>
    promise.then(cross, (error: unknown) => {
      throw cross(error)
    })

  const freeze = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value
    for (const each of Object.values(value)) freeze(each)
    return Object.freeze(value)
  }

  const contextBridge = {
    exposeInMainWorld(key: string, api: unknown): void {
      if (key in window)
        throw new Error('Cannot bind an API on top of an existing property on the window object')
      Object.defineProperty(window, key, { value: freeze(cross(api)), enumerable: true })
    },
  } satisfies Pick<ContextBridge, 'exposeInMainWorld'>

  const ipcRenderer = {
    async invoke(channel: string, ...args: unknown[]): Promise<unknown> {
      const reach = Reflect.get(window, binding) as Binding // put there by the test
      const answer = await reach(channel, mustClone(args) as unknown[])
      if (answer.error === undefined) return answer.result
      throw new Error(`Error invoking remote method '${channel}': ${answer.error}`)
    },
    on(channel: string, listener: IpcListener): IpcRenderer {
      listeners.set(channel, (listeners.get(channel) ?? new Set()).add(listener))
      return ipcRenderer as unknown as IpcRenderer // a part stands for the whole
    },
    off(channel: string, listener: IpcListener): IpcRenderer {
      listeners.get(channel)?.delete(listener)
      return ipcRenderer as unknown as IpcRenderer // as above
    },
  } satisfies Pick<IpcRenderer, 'invoke' | 'on' | 'off'>

  const deliver = (channel: string, args: readonly unknown[]): void => {
    for (const listener of [...(listeners.get(channel) ?? [])]) listener({} as IpcRendererEvent, ...args) // the app's preload does not look at it
  }
  Object.defineProperty(window, inbox, { value: deliver })

  const modules: Readonly<Record<string, unknown>> = { electron: { contextBridge, ipcRenderer } }
  const require = (name: string): unknown => {
    if (name in modules) return modules[name]
    throw new Error(`module not found: ${name}`) // a sandboxed preload has little else
  }
  const exports = {}
  preload(require, { exports }, exports)
}
