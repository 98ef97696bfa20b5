/** How much of the server one sender, one client or all of them together may take. What they may publish: `../limits.ts`. */

export type ServerLimits = {
  /** Requests to publish or for receipts, from one address or with one token, in `rateWindowSeconds`; 0: any number. */
  readonly requests: number
  /** WebSocket connections begun, from one address or with one token, in `rateWindowSeconds`; 0: any number. */
  readonly upgrades: number
  /** Messages a connection may send on average; one that sends more is read more slowly. 0: any number. */
  readonly framesPerSecond: number
  /** Open at the same time, in all; 0: any number. */
  readonly connections: number
  readonly connectionsPerAddress: number
  readonly connectionsPerClient: number
  /** What may wait in memory for all clients that read slowly, in bytes. */
  readonly unsentBytes: number
  /** Until a request's headers are there, until its body is, and until a connection that is kept asks again. */
  readonly headersSeconds: number
  readonly requestSeconds: number
  readonly idleSeconds: number
}

/** A loop of `curl` does some two hundred requests a second, a runaway program many thousands. */
export const defaultServerLimits: ServerLimits = {
  requests: 10_000,
  upgrades: 3_000,
  framesPerSecond: 1_000,
  connections: 20_000,
  connectionsPerAddress: 2_000,
  connectionsPerClient: 50,
  unsentBytes: 64 * 1024 * 1024,
  headersSeconds: 10,
  requestSeconds: 30,
  idleSeconds: 10,
}

/** The window of the rates, in seconds: whoever is over waits for so long at most. */
export const rateWindowSeconds = 10

/** How many addresses and tokens are counted at a time; past it the one that was quiet longest is forgotten. */
export const maxRateKeys = 10_000

/**
 * So many messages may come in one go: acknowledging ten thousand at once is what a client does after a holiday. Each KiB
 * counts as one more.
 */
export const maxFrameBurst = 20_000

/** How many bytes may wait in memory for one connection before it is left to the store. */
export const maxUnsentBytes = 256 * 1024
