/**
 * For specs that no host has a part in: what window, engine and server do between themselves is the same in all of them.
 * They run in the browser host, and in Electron where it is installed; the stand-in leaves them out, since every start
 * costs seconds. Each feature keeps a journey without this.
 */
export const oneHost = { tag: '@one-host' } as const
