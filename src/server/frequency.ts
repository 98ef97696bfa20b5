/** What becomes of a frequency that a client asks for, and how it is put into words. Not: when to send. */
import { frequencySeconds } from '../protocol/limits.ts'

export type FrequencyDecision = {
  /** Seconds between notifications, always within the bounds. */
  readonly frequency: number
  /** The system message that answers the configuration. */
  readonly message: string
}

/**
 * In range: applied. Out of range: the nearest bound is applied, and the message says so (ours).
 * @param requested seconds, any number but NaN, which JSON cannot hold; `1e999` arrives as Infinity
 */
export function decideFrequency(requested: number): FrequencyDecision {
  const { min, max } = frequencySeconds
  const frequency = Math.min(max, Math.max(min, requested))
  const applied = `Frequency set to ${formatFloat(frequency)} seconds`
  if (frequency === requested) return { frequency, message: applied }
  const range = `${formatFloat(min)} to ${formatFloat(max)}`
  return { frequency, message: `${applied}: ${formatFloat(requested)} is outside the range ${range}` }
}

/** A number as Python prints a float, as the seed's server would: `5.0`, `2.5`, `1e+21`, `inf`. */
export function formatFloat(value: number): string {
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf'
  const text = String(value)
  return /^-?\d+$/.test(text) ? `${text}.0` : text
}
