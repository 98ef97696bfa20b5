/**
 * For tests: a background thread that does what the words of a search tell it, and writes down what it began. The
 * messages, the cancelling and the ending are the real ones.
 */
import { appendFileSync } from 'node:fs'
import { setImmediate } from 'node:timers/promises'
import { parentPort, workerData } from 'node:worker_threads'
import type { Query } from '../search/query.ts'
import type { BackgroundFiles, FromThread, ToThread } from './background-messages.ts'
import { type AskHandlers, createThreadAsks } from './thread-asks.ts'

/** `spin`: until cancelled, without reading a message. `die`: with an error. `refuse`: with a sentence. `hang`: for ever. */
type Script = 'spin' | 'die' | 'refuse' | 'hang'

const { historyPath } = workerData as BackgroundFiles // given by thread.ts
const note = (text: string): void => appendFileSync(`${historyPath}.notes`, `${text}\n`)
const post = (message: FromThread): void => parentPort?.postMessage(message)

const wordsOf = ({ all }: Query): string => all.map(({ tokens }) => tokens.join(' ')).join(' ')

const handlers: AskHandlers = {
  search({ query }, { isCancelled }) {
    note(`search ${wordsOf(query)}`)
    switch (wordsOf(query) as Script) {
      case 'spin':
        while (!isCancelled());
        return null
      case 'hang':
        for (;;);
      case 'die':
        process.nextTick(() => {
          throw new Error('the thread was told to die')
        })
        return new Promise(() => {})
      case 'refuse':
        throw new Error('The index is not readable.')
      default:
        return { rows: [], hasOlder: false, hasNewer: false }
    }
  },
  foundRowIds: () => [],
  listByFilter: () => ({ rows: [], hasOlder: false, hasNewer: false }),
  countFound({ query }, { isCancelled }) {
    note(`count ${wordsOf(query)}`)
    while (wordsOf(query) === 'spin' && !isCancelled());
    return isCancelled() ? null : { total: 0, unread: 0, isMore: false }
  },
  facets: () => ({ facets: [], isMore: false }),
  noiseReport: ({ since }) => ({ items: [], scanned: 0, since }),
  /** Never done: until it is cancelled. */
  async exportFound({ file }, { isCancelled }) {
    appendFileSync(`${file}.part`, 'half')
    note('export')
    while (!isCancelled()) await setImmediate()
    return null
  },
  checkpoint: () => ({ pendingPages: 0 }),
}
const asks = createThreadAsks(handlers, post)

note('started')
parentPort?.on('message', (message: ToThread) => {
  if (message.kind === 'ask') asks.start(message)
  else note(message.kind)
  if (message.kind === 'index') post({ kind: 'indexed', indexed: 0, behind: 0 })
  if (message.kind === 'drop') post({ kind: 'dropped', rowIds: [] })
  if (message.kind === 'end') void asks.settled().then(() => parentPort?.close())
})
