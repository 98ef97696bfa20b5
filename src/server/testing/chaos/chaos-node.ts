/** One server of a chaos run, as the run sees it: it can be killed, and comes up again on what it had stored. */

export type ChaosNode = AsyncDisposable & {
  /** Where it listens, `ws://127.0.0.1:1234`; while it is down, once it is up again. */
  address(): Promise<string>
  /** Resolves when it can be connected to. */
  start(): Promise<void>
  /** As a power cut: nothing of it runs on. Resolves when it is gone. */
  kill(): Promise<void>
}
