/** The watch over the desktop app, with small Node programs in the place of Electron. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { desktopReadyLine } from '../host/desktop-ready-line.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { runDesktopHost } from './run-desktop-host.ts'

function program(source: string) {
  const path = join(temporaryFolder(), 'program.mjs')
  writeFileSync(path, source)
  return { binary: process.execPath, args: [path] }
}

describe('the desktop app', () => {
  it('that came up ends with its own exit code', async () => {
    const up = program(`console.log(${JSON.stringify(desktopReadyLine)}); process.exitCode = 3`)
    expect(await runDesktopHost(up)).toEqual({ kind: 'ended', exitCode: 3 })
  })

  it('that ends before it came up has failed, and what it printed says why', async () => {
    const broken = program(`console.error('Missing X server or $DISPLAY'); process.exit(1)`)
    expect(await runDesktopHost(broken)).toMatchObject({
      kind: 'failed',
      why: expect.stringContaining('display'),
    })
  })

  it('that hangs is ended, and has failed', async () => {
    const hanging = program('setInterval(() => {}, 1000)')
    expect(await runDesktopHost(hanging, 200)).toMatchObject({
      kind: 'failed',
      why: expect.stringContaining('in time'),
    })
  })

  it('that is stopped while it starts has not failed', async () => {
    const starting = runDesktopHost(program('setInterval(() => {}, 1000)'))
    process.emit('SIGTERM', 'SIGTERM')
    expect(await starting).toMatchObject({ kind: 'ended' })
  })

  it('that is not there has failed', async () => {
    const outcome = await runDesktopHost({ binary: '/no/such/electron', args: [] })
    expect(outcome).toMatchObject({ kind: 'failed', why: expect.stringContaining('ENOENT') })
  })

  it('leaves no handler of signals behind', async () => {
    const before = process.listenerCount('SIGTERM')
    await runDesktopHost(program(''))
    expect(process.listenerCount('SIGTERM')).toBe(before)
  })
})
