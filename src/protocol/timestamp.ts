/** The wire's timestamps: ISO 8601 without a zone, as Python's `datetime.isoformat()` prints them. */

const pad = (value: number, width: number): string => String(value).padStart(width, '0')

/**
 * Local time, as Python's `datetime.now().isoformat()` gives it: microseconds, or no fraction at all when it is
 * zero. `atMs` is milliseconds since the epoch and may carry a fraction.
 */
export function toWireTimestamp(atMs: number): string {
  const at = new Date(Math.floor(atMs))
  const date = `${pad(at.getFullYear(), 4)}-${pad(at.getMonth() + 1, 2)}-${pad(at.getDate(), 2)}`
  const time = `${pad(at.getHours(), 2)}:${pad(at.getMinutes(), 2)}:${pad(at.getSeconds(), 2)}`
  const micros = Math.floor((atMs - Math.floor(atMs / 1000) * 1000) * 1000)
  return micros === 0 ? `${date}T${time}` : `${date}T${time}.${pad(micros, 6)}`
}
