/** A shuffled deck: deals every item once before any item comes again. */
import type { Random } from '../../clock/clock.ts'
import type { Choices } from './draw.ts'

/** @returns deals one item a call, and shuffles anew when all are dealt */
export function createDeck<T>(items: Choices<T>, random: Random): () => T {
  let left: T[] = []
  return () => {
    if (left.length === 0) left = [...items]
    const [dealt = items[0]] = left.splice(Math.floor(random() * left.length), 1)
    return dealt
  }
}
