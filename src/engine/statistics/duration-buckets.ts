/** Durations in buckets that grow with them: whatever its size, a duration is kept to within 5 %. Pure. */

/** The middle of a bucket is at most 2^(1/16) away from what is in it: 4.5 %. */
const bucketsPerDoubling = 8
const longestMs = 10 * 365.25 * 86_400_000
const lastBucket = 1 + Math.floor(Math.log2(longestMs) * bucketsPerDoubling)

export type BucketCount = { readonly bucket: number; readonly number: number }

/** @returns 0 for less than a millisecond (or no number at all), the last bucket for more than ten years */
export function bucketOf(durationMs: number): number {
  if (!(durationMs >= 1)) return 0
  return Math.min(1 + Math.floor(Math.log2(durationMs) * bucketsPerDoubling), lastBucket)
}

/** @returns milliseconds, equally far (as a ratio) from the shortest and the longest duration of the bucket */
export function middleOf(bucket: number): number {
  return bucket <= 0 ? 0 : 2 ** ((bucket - 0.5) / bucketsPerDoubling)
}

/**
 * @param histogram by bucket, ascending
 * @param share 0.5 is the median
 * @returns milliseconds; null when the histogram is empty
 */
export function percentile(histogram: readonly BucketCount[], share: number): number | null {
  const total = histogram.reduce((sum, { number }) => sum + number, 0)
  const rank = Math.max(1, Math.ceil(share * total))
  let passed = 0
  for (const { bucket, number } of histogram) {
    passed += number
    if (passed >= rank) return middleOf(bucket)
  }
  return null
}
