import { expect, it } from 'vitest'
import { desktopCapabilities } from './desktop-capabilities.ts'

it('a tray is there until it is known that there is none, and whenever it is back', () => {
  let hasTray: boolean | null = null
  const capabilities = desktopCapabilities({ platform: 'linux', version: '1', hasTray: () => hasTray })
  // As it goes to the window.
  const said = () => structuredClone(capabilities).hasTray
  expect(said()).toBe(true)
  hasTray = false
  expect(said()).toBe(false)
  hasTray = true
  expect(said()).toBe(true)
})
