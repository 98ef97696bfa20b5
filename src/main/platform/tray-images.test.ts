import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { TrayState } from '../tray-menu.ts'
import { darwin } from './darwin.ts'
import { linux } from './linux.ts'
import { win32 } from './win32.ts'

const resources = join(import.meta.dirname, '..', '..', '..', 'resources')
const states: Readonly<Record<TrayState, true>> = {
  ...{ connected: true, unread: true, connecting: true, disconnected: true },
}

describe.each(Object.entries({ darwin, linux, win32 }))('the tray on %s', (_name, platform) => {
  it('has a picture of its own for each state', () => {
    const paths = (Object.keys(states) as TrayState[]).map(
      (
        state, // the keys of a record by state
      ) => platform.trayImagePath(resources, state),
    )
    expect(new Set(paths).size).toBe(4)
    expect(paths.filter((path) => !existsSync(path))).toEqual([])
  })
})
