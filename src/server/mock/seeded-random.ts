/** Random numbers that come again with the same seed. Not for secrets. */
import { createHash } from 'node:crypto'
import type { Random } from '../../clock/clock.ts'

/**
 * Chris Doty-Humphrey's sfc32 (PractRand), its 128 bits of state from a hash of the names.
 * @param names what the numbers are for: other names, other numbers, so that one use never shifts those of another
 */
export function createSeededRandom(...names: readonly (string | number)[]): Random {
  const digest = createHash('sha256').update(JSON.stringify(names)).digest()
  let a = digest.readInt32LE(0)
  let b = digest.readInt32LE(4)
  let c = digest.readInt32LE(8)
  let counter = digest.readInt32LE(12)
  return () => {
    const drawn = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + drawn) | 0
    return (drawn >>> 0) / 2 ** 32
  }
}
