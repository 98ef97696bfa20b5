/**
 * Where published notifications wait for their clients: the seam between the server and whatever keeps them. SQLite is
 * one implementation. A promise resolves when what it promises is durable; no method throws for what a client said.
 */
import type { Cursor } from '../../protocol/resumption.ts'

/** The client id whose own stream it is; null for the stream of everyone. */
export type StreamKey = string | null

export type Draft = {
  readonly stream: StreamKey
  readonly id: string
  /** The notification's JSON text, as plain clients get it. */
  readonly frame: string
  readonly publishedAtMs: number
  readonly idempotency: { readonly key: string; readonly hash: string } | null
}

export type StoredMessage = {
  readonly stream: StreamKey
  /** Order of publication over all streams. */
  readonly position: number
  /** Within its stream: from 1, without gaps. */
  readonly sequence: number
  readonly id: string
  readonly frame: string
  readonly publishedAtMs: number
}

export type Appended =
  | { readonly kind: 'stored'; readonly message: StoredMessage }
  /** The same request came before, under the same key; nothing was stored again. */
  | { readonly kind: 'repeated'; readonly id: string; readonly stream: StreamKey }
  /** Another request came before under this key; nothing was stored. */
  | { readonly kind: 'key-reused' }

export type ClientStanding = {
  /** Another one means that the client's sequences began anew. Lower-case letters and digits. */
  readonly epoch: string
  /** Up to where everything is acknowledged by this client, or gone. */
  readonly settled: Cursor
  /** The newest sequences. */
  readonly heads: Cursor
}

export type AcknowledgementOutcome = 'read' | 'already-read' | 'unknown'

export type Acknowledgement = {
  readonly clientId: string
  readonly id: string
  readonly atMs: number
}

export type PageRequest = {
  readonly clientId: string
  readonly after: Cursor
  readonly nowMs: number
}

export type WaitingMessage = StoredMessage & { readonly isAcknowledged: boolean }

export type Page = {
  /** In order of publication, both streams merged; bounded in number and bytes. */
  readonly messages: readonly WaitingMessage[]
  /** Where the page begins: past `after` where something expired. */
  readonly from: Cursor
  /** Where it ends: `after` for the next one. */
  readonly through: Cursor
  /** Nothing was stored after `through` when this was read. */
  readonly isLast: boolean
}

/** `deliveredAtMs` null: each was delivered as it was published. */
export type DeliveredRange = {
  readonly clientId: string
  readonly stream: 'own' | 'all'
  readonly from: number
  readonly through: number
  readonly deliveredAtMs: number | null
}

export type ReceiptEntry = {
  readonly clientId: string
  readonly deliveredAtMs: number | null
  readonly acknowledgedAtMs: number | null
}

export type StoredReceipt = {
  readonly message: StoredMessage
  /** For a client's own: that client alone. For everyone's: who got or acknowledged it, bounded. */
  readonly recipients: readonly ReceiptEntry[]
  readonly deliveredCount: number
  readonly acknowledgedCount: number
}

export type StoreListener = {
  /** In order of position, each message once, wherever it was published; before or after `append` resolves. */
  onStored(messages: readonly StoredMessage[]): void
  /** Each first acknowledgement once, wherever it was made; called before `acknowledge` resolves. */
  onAcknowledged(acknowledgement: Acknowledgement): void
  /** Something may be stored that was not announced, and never will be: what is newest has to be read. */
  onInterrupted(): void
  /** All sequences are of another life now: each connection has to be made anew. Absent where a store never does that. */
  onRenewed?(): void
}

export type StoreFigures = {
  /** What clients have not acknowledged, summed over clients. */
  readonly waiting: number
  /** Notifications that are kept, acknowledged or not, and the size of their frames. */
  readonly messages: number
  readonly bytes: number
}

export type Store = AsyncDisposable & {
  readonly retentionMs: number
  /** How many clients everyone's notifications wait for, connected or not. */
  readonly clientCount: number
  /** To be called once, before anything else. */
  listen(listener: StoreListener): void
  append(draft: Draft): Promise<Appended>
  /** A client connects. From its first time on everyone's notifications wait for it too. */
  enter(clientId: string, nowMs: number): Promise<ClientStanding>
  /** Marks every notification with this id that this client was sent, or waits for it. */
  acknowledge(acknowledgement: Acknowledgement): Promise<AcknowledgementOutcome>
  read(request: PageRequest): Promise<Page>
  noteDelivered(ranges: readonly DeliveredRange[]): Promise<void>
  /**
   * The newest with this id. @param stream whose it was published to
   * @param clientId one recipient; null for all of them
   */
  receipt(request: ReceiptRequest): Promise<StoredReceipt | null>
  /** For operators, now and then. */
  figures(): Promise<StoreFigures>
}

export type ReceiptRequest = {
  readonly id: string
  /** Its own stream and everyone's, as this client sees it; null: everyone's, with all recipients. */
  readonly clientId: string | null
}
