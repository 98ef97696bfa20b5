/** The timeline covers its time without gaps, and says of every moment what the periods say. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Span, uptimePeriodLimit, uptimePeriods } from './uptime-periods.ts'

const within = { from: 100, to: 200 }
const spans = fc.array(
  fc
    .record({ from: fc.integer({ min: 50, max: 250 }), length: fc.nat(60) })
    .map(({ from, length }): Span => ({ from, to: from + length })),
  { maxLength: 8 },
)

it('says what the periods say, at every moment', () => {
  fc.assert(
    fc.property(spans, spans, (running, connected) => {
      const periods = uptimePeriods(within, running, connected)
      expect([periods[0]?.from, periods.at(-1)?.to]).toEqual([100, 200])
      for (const [place, period] of periods.entries()) {
        expect(period.to).toBeGreaterThan(period.from)
        const next = periods[place + 1]
        if (next !== undefined) expect([next.from, next.state === period.state]).toEqual([period.to, false])
      }
      const isIn = (at: number) => (span: Span) => span.from <= at && at < span.to
      for (let at = 100; at < 200; at++) {
        const state = connected.some(isIn(at))
          ? 'connected'
          : running.some(isIn(at))
            ? 'disconnected'
            : 'not-running'
        expect(periods.find(isIn(at))?.state).toBe(state)
      }
    }),
  )
})

it('leaves out the oldest of too many', () => {
  const connected = Array.from({ length: 300 }, (_, number) => ({ from: number * 2, to: number * 2 + 1 }))
  const periods = uptimePeriods({ from: 0, to: 599 }, [{ from: 0, to: 599 }], connected)
  expect(periods).toHaveLength(uptimePeriodLimit)
  expect(periods.at(-1)).toEqual({ from: 598, to: 599, state: 'connected' })
})
