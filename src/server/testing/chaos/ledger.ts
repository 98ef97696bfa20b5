/** What was published, to whom, and so what each client must have in the end. */

/** `to` null: everyone. `number` counts the messages of one publisher, from 0. */
export type LedgerEntry = { readonly publisher: number; readonly number: number; readonly to: string | null }

export type Ledger = {
  readonly count: number
  readonly toEveryone: number
  add(entry: LedgerEntry): void
  /** The numbers that a client gets, for each publisher, in order. */
  dueTo(clientId: string): readonly (readonly number[])[]
}

/** Each publisher adds its own in the order in which they were answered. */
export function createLedger(publisherCount: number): Ledger {
  const byPublisher: LedgerEntry[][] = Array.from({ length: publisherCount }, () => [])
  let count = 0
  let toEveryone = 0
  return {
    get count() {
      return count
    },
    get toEveryone() {
      return toEveryone
    },
    add(entry) {
      byPublisher[entry.publisher]?.push(entry)
      count += 1
      if (entry.to === null) toEveryone += 1
    },
    dueTo: (clientId) =>
      byPublisher.map((entries) =>
        entries.filter(({ to }) => to === null || to === clientId).map(({ number }) => number),
      ),
  }
}

/** What a published text says: whose it is, and which of its messages. */
export const ledgerText = ({ publisher, number }: Omit<LedgerEntry, 'to'>): string => `${publisher} ${number}`

/** @returns null where it is none of a ledger's */
export function readLedgerText(text: string): Omit<LedgerEntry, 'to'> | null {
  const [, publisher, number] = /^(\d+) (\d+)$/.exec(text) ?? []
  return number === undefined ? null : { publisher: Number(publisher), number: Number(number) }
}
