/**
 * The main thread's way to the background thread, where reads that can be long run beside the main loop. Lazy: the
 * thread is started when it is needed and ended when it has had nothing to do for a while, so it costs an idle Tocsin
 * nothing.
 */
import type { Clock } from '../../clock/clock.ts'
import type { SearchAnswer } from '../../contract/search.ts'
import type { I18n } from '../../i18n/create-i18n.ts'
import { say, type Wording, worded } from '../../i18n/wording.ts'
import type { ExportFormat, ExportProgress } from '../export/export-found.ts'
import type { RowPage } from '../history/row-page.ts'
import { parseQuery } from '../search/parse-query.ts'
import type { Query } from '../search/query.ts'
import { BackgroundError } from './background-error.ts'
import type { AskKind, Asks, BackgroundFiles, Checkpointed, FromThread } from './background-messages.ts'
import { createHalfFiles } from './half-files.ts'
import { createIdleTimer } from './idle-timer.ts'
import { type Asked, createPendingAsks } from './pending-asks.ts'
import { createSearchSlots } from './search-slots.ts'
import { createThread } from './thread.ts'
import { createUnhurriedReads, type UnhurriedReads } from './unhurried-reads.ts'
import { createUpkeepFeed, type UpkeepEvents } from './upkeep-feed.ts'

export type BackgroundDeps = BackgroundFiles &
  UpkeepEvents & {
    /** `worker.ts`, or the file that it was built to. */
    readonly workerFile: URL | string
    readonly clock: Clock
    i18n(): I18n
  }

/** A search drops the last one of the same slot; null for none. */
type SearchPage = RowPage & { readonly slot: string | null }

/** What is asked rejects with a BackgroundError, whose text is for people. */
export type Background = UnhurriedReads & {
  /** Somebody is about to search: the thread is started ahead. */
  warm(): void
  search(text: string, page: SearchPage): Promise<SearchAnswer>
  /** A page of the rows that a query finds. */
  foundRowIds(page: Asks['foundRowIds']['input']): Asked<readonly number[]>
  listByFilter(page: Asks['listByFilter']['input']): Promise<Asks['listByFilter']['output']>
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

  function onDeath(reason: Wording): void {
    leave()
    halfFiles.removeAll()
    const next = thread.isBarred ? 'rests' : 'starts-again'
    asks.rejectAll(worded('engine-background.ended', { reason }))
    deps.onFault(worded(`engine-background.ended.${next}`, { reason }))
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

  const { giveWay, ...unhurried } = createUnhurriedReads(ask)

  function shut(): void {
    isClosed = true
    asks.cancelAll()
    leave()
  }

  return {
    ...unhurried,
    warm() {
      if (!isClosed && !thread.isBarred) begin()
    },
    async search(text, { slot, ...page }) {
      slots.clear(slot)
      const parsed = parseQuery(text)
      if (!parsed.ok) {
        const message = say(deps.i18n(), parsed.problem.message)
        return { kind: 'bad-query', problem: { ...parsed.problem, message } }
      }
      const asked = ask('search', { query: parsed.query, ...page })
      const found = await giveWay(slots.hold(slot, asked))
      if (found === null) return { kind: 'cancelled' }
      return { kind: 'found', ...found, rows: [...found.rows] }
    },
    foundRowIds: (page) => ask('foundRowIds', page),
    async listByFilter(page) {
      const listed = await giveWay(ask('listByFilter', page).answer)
      if (listed === null) throw new BackgroundError(worded('engine-background.closing'))
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
