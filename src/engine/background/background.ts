/**
 * The main thread's way to the background thread, where reads that can be long run beside the main loop. Lazy: the
 * thread is started when it is needed and ended when it has had nothing to do for a while, so it costs an idle Tocsin
 * nothing.
 */
import type { Clock } from '../../clock/clock.ts'
import type { Filter } from '../../contract/commands.ts'
import type { SearchAnswer } from '../../contract/search.ts'
import type { ExportFormat, ExportProgress } from '../export/export-found.ts'
import { parseQuery } from '../search/parse-query.ts'
import type { Query } from '../search/query.ts'
import { BackgroundError } from './background-error.ts'
import type { AskKind, Asks, BackgroundFiles, Checkpointed, FromThread } from './background-messages.ts'
import { createHalfFiles } from './half-files.ts'
import { createIdleTimer } from './idle-timer.ts'
import { type Asked, createPendingAsks } from './pending-asks.ts'
import { createSearchSlots } from './search-slots.ts'
import { createThread } from './thread.ts'
import { createUpkeepFeed, type UpkeepEvents } from './upkeep-feed.ts'

export type BackgroundDeps = BackgroundFiles &
  UpkeepEvents & {
    /** `worker.ts`, or the file that it was built to. */
    readonly workerFile: URL | string
    readonly clock: Clock
  }

type SearchPage = {
  readonly beforeRowId: number | null
  readonly limit: number
  /** A search drops the last one of the same slot; null for none. */
  readonly slot: string | null
}

/** What is asked rejects with a BackgroundError, whose text is for people. */
export type Background = {
  /** Somebody is about to search: the thread is started ahead. */
  warm(): void
  search(text: string, page: SearchPage): Promise<SearchAnswer>
  /** A page of the rows that a query finds. */
  foundRowIds(page: Asks['foundRowIds']['input']): Asked<readonly number[]>
  listByFilter(page: {
    readonly filter: Filter
    readonly beforeRowId: number | null
    readonly limit: number
  }): Promise<Asks['listByFilter']['output']>
  exportFound(
    what: { readonly query: Query; readonly format: ExportFormat; readonly file: string },
    onProgress: (progress: ExportProgress) => void,
  ): Asked<{ readonly rowCount: number }>
  /** Rows were stored: to be called after each batch. */
  stored(count: number): void
  /** Rows were removed, and noted in removed_rows. */
  rowsRemoved(count: number): void
  /** Writes the history's log back to its file. Never rejects; null when it did not happen. */
  checkpoint(): Promise<Checkpointed | null>
  /** What is under way is cancelled; done once the files are closed. */
  close(): Promise<void>
  /** As `close`, without waiting: for a process that ends. Both files stay sound. */
  terminate(): void
}

export function createBackground(deps: BackgroundDeps): Background {
  const { clock } = deps
  let isClosed = false
  let isCheckpointing = false

  const idle = createIdleTimer({ clock, isBusy: () => !asks.isEmpty || feed.isBusy, onIdle: rest })
  const thread = createThread({ ...deps, onMessage: hear, onDeath })
  const asks = createPendingAsks(thread.post)
  const slots = createSearchSlots()
  const halfFiles = createHalfFiles()
  const feed = createUpkeepFeed({
    ...{ clock, events: deps, post: thread.post, onWork: idle.restart },
    isRunning: () => thread.isRunning,
    start() {
      if (!thread.isBarred) begin()
    },
  })

  function begin(): void {
    if (!thread.isRunning) {
      thread.start()
      feed.threadStarted()
    }
    idle.restart()
  }

  function rest(): void {
    leave()
    void thread.end()
  }

  function leave(): void {
    idle.stop()
    feed.threadEnded()
  }

  function hear(message: FromThread): void {
    if ('askId' in message) {
      asks.hear(message)
      if (message.kind !== 'progressed') idle.restart()
    } else feed.hear(message)
  }

  function onDeath(reason: string): void {
    leave()
    halfFiles.removeAll()
    const next = thread.isBarred
      ? 'It has done so several times: it rests for a minute.'
      : 'It starts again when needed.'
    asks.rejectAll(`The search and export thread ended unexpectedly: ${reason}. Try again.`)
    deps.onFault(`The search and export thread ended unexpectedly: ${reason}. ${next}`)
  }

  function ask<Kind extends AskKind>(
    kind: Kind,
    input: Asks[Kind]['input'],
    onProgress?: (progress: ExportProgress) => void,
  ): Asked<Asks[Kind]['output']> {
    if (isClosed) return { answer: Promise.resolve(null), cancel() {} }
    try {
      begin()
    } catch (error) {
      return { answer: Promise.reject(error), cancel() {} }
    }
    return asks.add(kind, input, onProgress)
  }

  function shut(): void {
    isClosed = true
    asks.cancelAll()
    leave()
  }

  return {
    warm() {
      if (!isClosed && !thread.isBarred) begin()
    },
    async search(text, { slot, ...page }) {
      slots.clear(slot)
      const parsed = parseQuery(text)
      if (!parsed.ok) return { kind: 'bad-query', problem: parsed.problem }
      const asked = ask('search', { query: parsed.query, ...page })
      const found = await slots.hold(slot, asked)
      if (found === null) return { kind: 'cancelled' }
      return { kind: 'found', rows: [...found.rows], hasOlder: found.hasOlder }
    },
    foundRowIds: (page) => ask('foundRowIds', page),
    async listByFilter(page) {
      const listed = await ask('listByFilter', page).answer
      if (listed === null) throw new BackgroundError('Tocsin is closing.')
      return listed
    },
    exportFound(what, onProgress) {
      const { answer, cancel } = ask('exportFound', what, onProgress)
      return { answer: halfFiles.track(what.file, answer), cancel }
    },
    stored(count) {
      if (!isClosed) feed.stored(count)
    },
    rowsRemoved(count) {
      if (!isClosed) feed.removed(count)
    },
    async checkpoint() {
      if (isCheckpointing) return null
      isCheckpointing = true
      try {
        return await ask('checkpoint', null).answer
      } catch {
        // A death is reported where it is seen; a checkpoint is asked for again as the log grows.
        return null
      } finally {
        isCheckpointing = false
      }
    },
    async close() {
      shut()
      await thread.end()
    },
    terminate() {
      shut()
      thread.terminate()
      halfFiles.removeAll()
    },
  }
}
