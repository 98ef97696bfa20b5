import type { App } from 'electron'
import { describe, expect, it } from 'vitest'
import { desktopId } from '../../host/desktop-id.ts'
import { win32 } from './win32.ts'

describe('Windows', () => {
  it('knows the activator of the toasts before it knows Tocsin, and both by the same names in every run', () => {
    const told: string[] = []
    const app: Partial<App> = {
      setToastActivatorCLSID: (id) => told.push(`activator ${id}`),
      setAppUserModelId: (id) => told.push(`app ${id}`),
    }
    win32.prepare(app as App) // all that it may use of it here
    win32.prepare(app as App)
    const [activator = '', ...others] = told
    expect(activator).toMatch(/^activator \{[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}\}$/)
    expect(others).toEqual([`app ${desktopId}`, activator, `app ${desktopId}`])
  })
})
