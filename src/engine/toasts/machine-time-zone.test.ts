import { afterEach, describe, expect, it, vi } from 'vitest'
import { machineTimeZone } from './machine-time-zone.ts'

afterEach(() => void vi.unstubAllEnvs())

describe('the time zone of the machine', () => {
  it('is the one that is set', () => {
    vi.stubEnv('TZ', 'Asia/Kolkata')
    expect(['Asia/Kolkata', 'Asia/Calcutta']).toContain(machineTimeZone())
  })

  it('is UTC where what is set names none', () => {
    vi.stubEnv('TZ', 'Nowhere/Land')
    expect(machineTimeZone()).toBe('UTC')
  })
})
