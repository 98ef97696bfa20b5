/** A client of a chaos run: it comes and goes when told to, and comes again by itself when it loses its connection. */
import type { History } from './history.ts'

export type ChaosClient = {
  readonly clientId: string
  readonly history: History
  readonly isHere: boolean
  /** Resolves when it is connected, or was told to go meanwhile. */
  come(): Promise<void>
  /** Without a word, as a process that dies: what it got and did not store is lost. */
  vanish(): void
  /** With a closing handshake. */
  leave(): void
  /** Reads nothing for now. */
  stall(): void
  /** Resolves when it has stored a notification with this text. */
  has(text: string): Promise<void>
}

/** What happened to clients, summed up over all of them. Mutable. */
export type ClientCounts = {
  connections: number
  /** Notifications that came over a socket. */
  received: number
  /** Of those, dropped since they were stored already. */
  knownAlready: number
  /** Lost with a client before it stored them. */
  unstored: number
  /** Sequences that did not follow each other, cursors that were not taken, gaps: none of it may happen. */
  broken: number
}

export const createClientCounts = (): ClientCounts => ({
  connections: 0,
  received: 0,
  knownAlready: 0,
  unstored: 0,
  broken: 0,
})
