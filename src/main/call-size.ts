/** How large a call over IPC may be: Electron hands over whatever a page sends, before anybody has looked at it. */

/** As in the browser host: no call of the contract is larger. Characters and values, not bytes. */
const maxCallSize = 1024 * 1024
/** The contract's are four deep. */
const maxDepth = 20

/**
 * Whether what came is data of a harmless size, made of plain objects, lists and simple values. Stops counting where it
 * is too much, so that a call of any size costs little. What the data may be is the contract's business.
 */
export function isSmallCall(...values: readonly unknown[]): boolean {
  return measure(values, maxCallSize, maxDepth) >= 0
}

/** @returns what is left of `room`; negative where it does not fit */
function measure(value: unknown, room: number, depth: number): number {
  if (typeof value === 'string') return room - value.length
  if (typeof value !== 'object' || value === null) return room - 1
  if (depth === 0 || !isPlain(value)) return -1
  // By its length first: its keys are not worth making where it is too long.
  if (Array.isArray(value) && value.length > room) return -1
  let left = room - 1
  for (const [key, inner] of Object.entries(value)) {
    left = measure(inner, left - key.length, depth - 1)
    if (left < 0) return left
  }
  return left
}

/** Structured clones can be buffers, maps, dates: nothing of that is in the contract. */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value)
  return Array.isArray(value) || prototype === Object.prototype || prototype === null
}
