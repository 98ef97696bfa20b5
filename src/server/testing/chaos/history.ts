/** What a client of a chaos run has stored: the numbers that it got of each publisher, in the order in which they came. */
import { readLedgerText } from './ledger.ts'

export type History = {
  readonly size: number
  /** Texts that nobody published. */
  readonly strangers: number
  /** @param texts as they were published */
  store(texts: readonly string[]): void
  of(publisher: number): readonly number[]
}

export function createHistory(): History {
  const byPublisher = new Map<number, number[]>()
  let [size, strangers] = [0, 0]
  return {
    get size() {
      return size
    },
    get strangers() {
      return strangers
    },
    store(texts) {
      for (const text of texts) {
        const entry = readLedgerText(text)
        if (entry === null) {
          strangers += 1
          continue
        }
        const numbers = byPublisher.get(entry.publisher)
        if (numbers) numbers.push(entry.number)
        else byPublisher.set(entry.publisher, [entry.number])
        size += 1
      }
    },
    of: (publisher) => byPublisher.get(publisher) ?? [],
  }
}
