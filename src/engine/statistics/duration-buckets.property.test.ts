/** What a histogram of durations says is within 5 % of the truth, whatever was measured. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bucketOf, middleOf, percentile } from './duration-buckets.ts'

const tenYearsMs = 10 * 365 * 86_400_000
const anyDuration = fc.oneof(
  fc.double({ min: 1, max: tenYearsMs, noNaN: true }),
  fc.integer({ min: 1, max: 100_000 }),
  // Evenly over the sizes, and right at the buckets' edges.
  fc.integer({ min: 0, max: 38 * 8 }).map((exponent) => 2 ** (exponent / 8)),
)

function histogramOf(durationsMs: readonly number[]) {
  const numbers = Object.groupBy(durationsMs.map(bucketOf), (bucket) => bucket)
  return Object.entries(numbers)
    .map(([bucket, same = []]) => ({ bucket: Number(bucket), number: same.length }))
    .sort((a, b) => a.bucket - b.bucket)
}

describe('a duration', () => {
  it('is within 5 % of the middle of its bucket', () => {
    fc.assert(
      fc.property(anyDuration, (durationMs) => {
        const ratio = middleOf(bucketOf(durationMs)) / durationMs
        expect(ratio).toBeGreaterThan(0.95)
        expect(ratio).toBeLessThan(1.05)
      }),
      { numRuns: 1_000 },
    )
  })

  it('lies in no lower bucket than a shorter one, and buckets’ middles grow', () => {
    fc.assert(
      fc.property(anyDuration, anyDuration, (one, other) => {
        const [shorter, longer] = one < other ? [one, other] : [other, one]
        expect(bucketOf(shorter)).toBeLessThanOrEqual(bucketOf(longer))
      }),
      { numRuns: 1_000 },
    )
    for (let bucket = 0; bucket <= bucketOf(tenYearsMs); bucket += 1) {
      expect(middleOf(bucket)).toBeLessThan(middleOf(bucket + 1))
    }
  })

  it('of nothing, less or no number is 0, and one beyond ten years is kept as ten years', () => {
    for (const durationMs of [0, 0.4, -0, -1, -1e300, Number.NaN, Number.NEGATIVE_INFINITY]) {
      expect(middleOf(bucketOf(durationMs))).toBe(0)
    }
    expect(bucketOf(Number.POSITIVE_INFINITY)).toBe(bucketOf(tenYearsMs * 1.01))
    expect(bucketOf(1)).toBe(1)
  })
})

describe('a percentile', () => {
  it('is within 5 % of the one of the durations themselves', () => {
    const anyShare = fc.constantFrom(0, 0.01, 0.5, 0.95, 1)
    fc.assert(
      fc.property(fc.array(anyDuration, { minLength: 1 }), anyShare, (durationsMs, share) => {
        const sorted = durationsMs.toSorted((a, b) => a - b)
        const exact = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]
        const ratio = Number(percentile(histogramOf(durationsMs), share)) / Number(exact)
        expect(ratio).toBeGreaterThan(0.95)
        expect(ratio).toBeLessThan(1.05)
      }),
    )
  })

  it('of nothing is nothing', () => {
    expect(percentile([], 0.5)).toBeNull()
  })
})
