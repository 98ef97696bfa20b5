/** The server's own limits. The wire's are in `src/protocol/limits.ts`. All of them are ours: the seed states none. */

/** Server heartbeat, in milliseconds: who gave no sign of life from one ping to the next is dead. */
export const pingEveryMs = 30_000

/** How long clients have to answer a closing handshake when the server stops, in milliseconds. */
export const closeGraceMs = 2_000

/**
 * A client with so many messages that could not be understood within so many milliseconds is closed with 1008.
 * High enough for a person with a WebSocket console, low enough for a broken loop.
 */
export const offences = { max: 20, withinMs: 10_000 } as const

/**
 * How much may wait in the server's memory for one connection, in bytes; past it: close code 1013. Only what it is told
 * unasked comes to that: room for some ten thousand confirmations of what another connection acknowledged.
 */
export const maxBufferedBytes = 2 * 1024 * 1024

/** How many ids a client's memory holds, the newest ones: half a day at the default frequency. */
export const maxRememberedIds = 10_000

/** How many clients without an open connection are remembered, those that left last. */
export const maxIdleClients = 200

/** The largest body of a request to publish, in bytes; past it: 413. */
export const maxPublicationBytes = 64 * 1024

/** How many requests may wait for a receipt or follow its events, and for how long one may wait. */
export const maxReceiptWatchers = 1_000
export const maxReceiptWaitSeconds = 60

/** What is kept of published notifications (issue: default 7 days, limits by number and size). */
export const storeLimits = {
  retentionMs: 7 * 24 * 60 * 60 * 1000,
  messagesPerStream: 100_000,
  bytesPerStream: 64 * 1024 * 1024,
  messages: 1_000_000,
  bytes: 512 * 1024 * 1024,
  idleClients: 100_000,
} as const

/** So many acknowledgements of one connection may wait for the store; then its socket is not read until they are done. */
export const maxPendingAnswers = 1_000
