import { expect, test } from 'vitest'
import type { Statistics } from '../../contract/statistics.ts'
import { uptimeWindow } from './uptime-window.ts'

const hourMs = 3_600_000
const now = 100 * 24 * hourMs
const unmeasured = { medianMs: null, p95Ms: null, samples: 0 }
const sample: Statistics = {
  perMinute: 0,
  ...{ timeToRead: unmeasured, acknowledgementLatency: unmeasured, deliveryDelay: unmeasured },
  lastDay: { connectedShare: 0.75, interruptions: 1 },
  lastWeek: { connectedShare: 0.999_99, interruptions: 30 },
  uptime: [
    { from: now - 168 * hourMs, to: now - 20 * hourMs, state: 'connected' },
    { from: now - 20 * hourMs, to: now - 19 * hourMs, state: 'disconnected' },
    { from: now - 19 * hourMs, to: now - 10 * hourMs, state: 'not-running' },
    { from: now - 10 * hourMs, to: now, state: 'connected' },
  ],
  interruptions: [
    { endedAt: now - 20 * hourMs, lastedMs: hourMs, reason: 'x' },
    { endedAt: now - 30 * hourMs, lastedMs: null, reason: 'y' },
  ],
}

test('a day begins where it begins, though the period is older', () => {
  const day = uptimeWindow(sample, 'day')
  expect(day?.periods[0]).toEqual({ from: now - 24 * hourMs, to: now - 20 * hourMs, state: 'connected' })
  expect(day?.spentMs).toEqual({
    connected: 14 * hourMs,
    disconnected: hourMs,
    'not-running': 9 * hourMs,
  })
  expect(day?.interruptions.map(({ reason }) => reason)).toEqual(['x'])
  expect(day).toMatchObject({ interruptionCount: 1, connectedShare: 0.75 })
})

test('a week has all of it, and its own figures', () => {
  const week = uptimeWindow(sample, 'week')
  expect(week?.periods).toHaveLength(4)
  // Never all of it, where there were interruptions.
  expect(week).toMatchObject({ interruptionCount: 30, connectedShare: 0.999 })
  expect(week?.interruptions).toHaveLength(2)
})

test('where nothing is known there is no window', () => {
  expect(uptimeWindow({ ...sample, uptime: [] }, 'day')).toBeNull()
})
