import { EventEmitter } from 'node:events'
import type { App, Session } from 'electron'
import { describe, expect, it, vi } from 'vitest'
import { denyDownloads, denyPermissions, hardenContents } from './harden.ts'

vi.mock('electron', () => ({ protocol: {} }))

function makeContents() {
  const app = new EventEmitter()
  hardenContents(app as unknown as App) // only its event is used
  const opened: { action: string }[] = []
  const contents = Object.assign(new EventEmitter(), {
    setWindowOpenHandler: (handler: (details: object) => { action: string }) => void opened.push(handler({})),
  })
  app.emit('web-contents-created', {}, contents)
  return {
    opened,
    isPrevented(event: string, details: object = {}) {
      const preventDefault = vi.fn()
      contents.emit(event, { ...details, preventDefault })
      return preventDefault.mock.calls.length === 1
    },
  }
}

describe('any page of the app', () => {
  it('opens no windows and embeds no pages', () => {
    const { opened, isPrevented } = makeContents()
    expect(opened).toEqual([{ action: 'deny' }])
    expect(isPrevented('will-attach-webview')).toBe(true)
  })

  it.each([
    ['app://tocsin/index.html', true],
    ['app://tocsin.evil.test/', false],
    ['app://tocsin@evil.test/', false],
    ['app://other/', false],
    ['https://tocsin/', false],
    ['file:///etc/passwd', false],
    ['data:text/html,x', false],
    ['javascript:alert(1)', false],
    ['blob:app://tocsin/1', false],
  ])('may go to %s: %s', (url, may) => {
    const { isPrevented } = makeContents()
    expect(isPrevented('will-frame-navigate', { url, isMainFrame: true })).toBe(!may)
    expect(isPrevented('will-redirect', { url, isMainFrame: true })).toBe(!may)
    expect(isPrevented('will-frame-navigate', { url, isMainFrame: false })).toBe(true)
  })
})

describe('the session', () => {
  it('grants writing to the clipboard alone, and downloads nothing', () => {
    const handlers = new Map<string, (...args: unknown[]) => unknown>()
    const set = (name: string) => (handler: (...args: unknown[]) => unknown) =>
      void handlers.set(name, handler)
    const session = Object.assign(new EventEmitter(), {
      setPermissionRequestHandler: set('request'),
      setPermissionCheckHandler: set('check'),
      setDevicePermissionHandler: set('device'),
    })
    denyPermissions(session as unknown as Session) // as above
    denyDownloads(session as unknown as Session)
    const answers: unknown[] = []
    for (const permission of ['clipboard-sanitized-write', 'clipboard-read', 'media', 'openExternal']) {
      handlers.get('request')?.({}, permission, (isGranted: unknown) => answers.push(isGranted))
      answers.push(handlers.get('check')?.({}, permission))
    }
    expect(answers).toEqual([true, true, false, false, false, false, false, false])
    expect(handlers.get('device')?.({})).toBe(false)
    const preventDefault = vi.fn()
    session.emit('will-download', { preventDefault })
    expect(preventDefault).toHaveBeenCalledOnce()
  })
})
