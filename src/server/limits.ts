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
 * How much may wait in the server's memory for one connection, in bytes; past it: close code 1013.
 * Room for the confirmations of some ten thousand acknowledgements sent in one go.
 */
export const maxBufferedBytes = 2 * 1024 * 1024

/** How many ids a client's memory holds, the newest ones: half a day at the default frequency. */
export const maxRememberedIds = 10_000

/** How many clients without an open connection are remembered, those that left last. */
export const maxIdleClients = 200
