import fc from 'fast-check'
import { expect, it } from 'vitest'
import { aloneLimit, burstWindowMs, noBurst, placeInBurst } from './burst.ts'

type Arrival = { readonly isError: boolean; readonly at: number; readonly isAlone: boolean }

/** Arrivals at random, some of them together. */
const gaps = fc.array(fc.tuple(fc.boolean(), fc.oneof(fc.constant(0), fc.nat(2_500), fc.nat(20_000))), {
  maxLength: 80,
})

function play(steps: readonly (readonly [boolean, number])[]): readonly Arrival[] {
  let burst = noBurst
  let at = 0
  return steps.map(([isError, gapMs]) => {
    at += gapMs
    const placed = placeInBurst(burst, isError, at)
    burst = placed.burst
    return { isError, at, isAlone: placed.isAlone }
  })
}

const within = (from: Arrival, to: Arrival): boolean => to.at - from.at < burstWindowMs

it('shows no more than three errors alone in five seconds, and three others', () => {
  fc.assert(
    fc.property(gaps, (steps) => {
      const alone = play(steps).filter(({ isAlone }) => isAlone)
      for (const kind of [true, false]) {
        const ofKind = alone.filter(({ isError }) => isError === kind)
        for (const [place, arrival] of ofKind.entries()) {
          const next = ofKind[place + aloneLimit]
          if (next !== undefined) expect(within(arrival, next)).toBe(false)
        }
      }
    }),
  )
})

it('buries no error: one is counted only where three errors were shown within the last five seconds, or errors go on', () => {
  fc.assert(
    fc.property(gaps, (steps) => {
      const errors = play(steps).filter(({ isError }) => isError)
      for (const [place, error] of errors.entries()) {
        if (error.isAlone) continue
        const before = errors.slice(0, place).filter((earlier) => within(earlier, error))
        const shown = before.filter(({ isAlone }) => isAlone).length
        expect(shown >= aloneLimit || before.some(({ isAlone }) => !isAlone)).toBe(true)
      }
    }),
  )
})

it('counts what belongs to a burst that goes on, and shows alone what comes after five quiet seconds', () => {
  fc.assert(
    fc.property(gaps, (steps) => {
      const arrivals = play(steps)
      for (const [place, arrival] of arrivals.entries()) {
        const before = arrivals.slice(0, place).filter((earlier) => within(earlier, arrival))
        if (before.length === 0) expect(arrival.isAlone).toBe(true)
        const sameLane = before.filter(({ isError }) => isError === arrival.isError)
        if (sameLane.some(({ isAlone }) => !isAlone)) expect(arrival.isAlone).toBe(false)
      }
    }),
  )
})
