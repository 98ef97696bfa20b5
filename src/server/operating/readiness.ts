/** Whether this server should be sent requests now: it is not stopping, and its store answers. */
import type { Clock } from '../../clock/clock.ts'
import { type Answer, problemAnswer } from '../http/answer.ts'
import type { Store } from '../store/store.ts'

/** A store that takes longer is as good as none. */
const answersWithinMs = 2_000

/** Asked by anyone, as often as they like: however many ask at once, the store is asked once. */
export function createReadiness(deps: {
  readonly store: Pick<Store, 'receipt'>
  readonly clock: Clock
  readonly isStopping: () => boolean
}): () => Promise<Answer> {
  const { store, clock } = deps
  let asking: Promise<boolean> | null = null

  async function ask(): Promise<boolean> {
    const { promise, resolve } = Promise.withResolvers<boolean>()
    using _timer = clock.setTimer(answersWithinMs, () => resolve(false))
    // Any question does: nothing has an empty id.
    store.receipt({ id: '', clientId: null }).then(
      () => resolve(true),
      () => resolve(false),
    )
    return await promise
  }

  return async () => {
    if (deps.isStopping()) return stopping
    asking ??= ask().finally(() => {
      asking = null
    })
    if (!(await asking)) return silent
    return deps.isStopping() ? stopping : ready
  }
}

const noStore = { 'Cache-Control': 'no-store' }
const retry = { ...noStore, 'Retry-After': '5' }
const ready: Answer = { status: 200, contentType: 'text/plain', body: 'ready\n', headers: noStore }
const stopping = problemAnswer({ status: 503, detail: 'The server is shutting down.' }, retry)
const silent = problemAnswer({ status: 503, detail: 'The store does not answer: see the log.' }, retry)
