/** What the server tells about its work, to be counted; and the ones who count nothing. Knows no library. */
import type { Answer } from '../http/answer.ts'
import type { Route } from '../http/route.ts'
import type { ServerEvent } from '../log/server-events.ts'
import type { StoreFigures } from '../store/store.ts'

/** None of it may cost anything to speak of: `delivered` is called for each write to a client. */
export type Metrics = {
  /** What the log is told: for whoever opens the log to pass on. */
  told(event: ServerEvent): void
  /** An HTTP request, or an upgrade that was refused. */
  answered(route: Route['kind'], status: number): void
  /** One notification is stored, so long after the store was asked. */
  published(seconds: number): void
  /** What was stored at once has been written to everyone who is live, so long after it was stored. */
  written(seconds: number): void
  /** So many notifications were handed to one connection. */
  delivered(count: number): void
  /** For the first time. `seconds` after it was delivered; null where that is not known. */
  acknowledged(seconds: number | null): void
  /** Where what is true at this moment is asked for. To be called once. */
  watch(figures: Figures): void
  /** All of it as a page; null: nothing is counted. */
  render(): Promise<Answer | null>
}

export type Figures = {
  connections(): number
  /** Client ids with a connection. */
  clients(): number
  /** Client ids that everyone's notifications wait for, connected or not. */
  knownClients(): number
  /** In memory, for clients that read slowly. */
  unsentBytes(): number
  /** Waiting for the store, or under way there. */
  storeCalls(): number
  /** Null: the store does not answer. */
  stored(): Promise<StoreFigures | null>
}

const ignore = (): void => {}

export const noMetrics: Metrics = {
  told: ignore,
  answered: ignore,
  published: ignore,
  written: ignore,
  delivered: ignore,
  acknowledged: ignore,
  watch: ignore,
  render: async () => null,
}
