import type { WebFrameMain } from 'electron'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { invokeChannel } from '../contract/ipc-channels.ts'
import { serveIpc, silenceElectronStore } from './ipc.ts'

type Handler = (event: { senderFrame: unknown }, ...args: unknown[]) => Promise<unknown>

const { ipcMain, handlers } = vi.hoisted(() => {
  const handlers = new Map<string, Handler>()
  const listeners = new Set<string>()
  const ipcMain = {
    handle: (channel: string, handler: Handler) => void handlers.set(channel, handler),
    removeHandler: (channel: string) => void handlers.delete(channel),
    on: (channel: string) => void listeners.add(channel),
    removeAllListeners: (channel: string) => void listeners.delete(channel),
    listeners,
  }
  return { ipcMain, handlers }
})
vi.mock('electron', () => ({ ipcMain }))

describe('the contract over IPC', () => {
  const own = { url: 'app://tocsin/index.html' }
  const asked: unknown[] = []
  const answered: unknown[] = []

  function serve() {
    return serveIpc({
      async dispatch(command, input) {
        asked.push([command, input])
        return { ok: true, output: 'done' }
      },
      isOurs: (frame: WebFrameMain) => Object.is(frame, own),
      onAnswered: (command) => answered.push(command),
    })
  }
  const invoke = (senderFrame: unknown, ...args: unknown[]) =>
    handlers.get(invokeChannel)?.({ senderFrame }, ...args)

  beforeEach(() => {
    asked.length = 0
    answered.length = 0
  })

  it('answers the main frame of our own window, until it ends', async () => {
    const served = serve()
    expect(await invoke(own, 'quit', {})).toEqual({ ok: true, output: 'done' })
    expect([asked, answered]).toEqual([[['quit', {}]], ['quit']])
    served[Symbol.dispose]()
    expect(handlers.size).toBe(0)
  })

  it.each([
    ['a frame that has gone', null],
    ['a frame that only looks like ours', { ...own }],
  ])('refuses %s', async (_who, frame) => {
    using _served = serve()
    expect(await invoke(frame, 'quit', {})).toMatchObject({ ok: false, error: { code: 'unavailable' } })
    expect([asked, answered]).toEqual([[], []])
  })

  it('refuses more than any call needs, before anybody looks at it', async () => {
    using _served = serve()
    for (const args of [['quit', 'x'.repeat(2_000_000)], ['x'.repeat(2_000_000)], ['quit', new Map()]]) {
      expect(await invoke(own, ...args)).toMatchObject({ ok: false, error: { code: 'bad-input' } })
    }
    expect(asked).toEqual([])
  })

  it("ends electron-store's answers to every page", () => {
    ipcMain.on('electron-store-get-data')
    silenceElectronStore()
    expect(ipcMain.listeners.size).toBe(0)
  })
})
