import { EventEmitter } from 'node:events'
import type { App } from 'electron'
import { describe, expect, it } from 'vitest'
import { whenReady } from './when-ready.ts'

describe('when Electron is ready', () => {
  it('what Tocsin was opened for is known', async () => {
    const app = new EventEmitter()
    const ready = whenReady(app as unknown as Pick<App, 'once'>) // its events are all that counts
    app.emit('ready', {}, { identifier: 'n-7' })
    expect(await ready).toEqual({ identifier: 'n-7' })
  })
})
