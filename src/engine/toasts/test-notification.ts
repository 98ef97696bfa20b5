/** A test notification: goes the whole way from the frame to the screen, and tells of each step what was found. */
import type { Clock } from '../../clock/clock.ts'
import type { NotificationRow } from '../../contract/notification-row.ts'
import type { StorageView } from '../../contract/snapshot.ts'
import type { TestReport } from '../../contract/toast.ts'
import type { I18n } from '../../i18n/create-i18n.ts'
import { say, type Wording, worded } from '../../i18n/wording.ts'
import { answerWithinMs } from './live-toasts.ts'
import { fateInWords, type ToastFate } from './toast-fate.ts'
import { rowIdOf, toastIdOf } from './toast-text.ts'

export type TestNotification = {
  /** One at a time: a second call gets the report of the first. */
  send(): Promise<TestReport>
  /** What was stored, with what was decided. */
  stored(rows: readonly NotificationRow[], fates: readonly ToastFate[]): void
  /** What became of a toast. */
  outcome(toastId: string, reason: Wording | null): void
  [Symbol.dispose](): void
}

export type TestNotificationDeps = {
  readonly clock: Clock
  i18n(): I18n
  /** Takes a frame as if the server had sent it. */
  take(frame: string): void
  storage(): StorageView
}

type Step = TestReport['steps'][number]
type Running = {
  readonly title: string
  readonly message: string
  readonly steps: Step[]
  rowId: number | null
  toastId: string | null
  readonly promise: Promise<TestReport>
  end(): void
}

/** To the millisecond: it is found again by its text. */
const timeOfDay = {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  fractionalSecondDigits: 3,
} as const

export function createTestNotification({
  clock,
  i18n,
  take,
  storage,
}: TestNotificationDeps): TestNotification {
  let running: Running | null = null
  let timer: Disposable | null = null

  function start(): Running {
    const { promise, resolve } = Promise.withResolvers<TestReport>()
    const steps: Step[] = []
    const { t, formats } = i18n()
    const begun: Running = {
      ...{ title: t('engine-test.title'), steps, promise, rowId: null, toastId: null },
      message: t('engine-test.message', { time: formats.date(clock.now(), timeOfDay) }),
      end() {
        timer?.[Symbol.dispose]()
        timer = null
        running = null
        resolve({ rowId: begun.rowId, steps })
      },
    }
    return begun
  }

  function timedOut(test: Running): void {
    const isStored = test.rowId !== null
    if (isStored) add(test, 'shown', false, worded('engine-test.unanswered'))
    else add(test, 'stored', false, storage().problem ?? worded('engine-test.not-stored'))
    test.end()
  }

  return {
    send() {
      if (running !== null) return running.promise
      const test = start()
      running = test
      timer = clock.setTimer(answerWithinMs, () => timedOut(test))
      add(test, 'received', true, worded('engine-test.received'))
      // Without an id: there is no server that could confirm it.
      take(JSON.stringify({ type: 'info', title: test.title, message: test.message, priority: 'high' }))
      return test.promise
    },
    stored(rows, fates) {
      if (running === null || running.rowId !== null) return
      const test = running
      const place = rows.findIndex((row) => row.title === test.title && row.message === test.message)
      const row = rows[place]
      if (row === undefined) return
      test.rowId = row.rowId
      add(test, 'stored', true, worded('engine-test.stored'))
      const words = fateInWords(fates[place] ?? 0)
      const because = (sentence: Wording): Wording => withReason(sentence, words?.reason ?? null)
      if (words?.step === 'toast-silent') {
        add(test, 'decided', false, because(worded('engine-test.silent')))
        test.end()
        return
      }
      const isDigest = words?.step === 'toast-digest'
      test.toastId = isDigest ? null : toastIdOf(row.rowId)
      add(test, 'decided', true, because(worded(isDigest ? 'engine-test.digest' : 'engine-test.decided')))
      add(test, 'handed-over', true, worded('engine-test.handed-over'))
    },
    outcome(toastId, reason) {
      const test = running
      if (test === null || test.rowId === null) return
      const isItsOwn = test.toastId === null ? rowIdOf(toastId) === null : test.toastId === toastId
      if (!isItsOwn) return
      if (reason === null) add(test, 'shown', true, worded('engine-test.shown'))
      else add(test, 'shown', false, reason)
      test.end()
    },
    [Symbol.dispose]() {
      running?.end()
    },
  }

  function add(test: Running, step: Step['step'], isOk: boolean, text: Wording): void {
    test.steps.push({ step, isOk, text: say(i18n(), text) })
  }
}

const withReason = (first: Wording, second: Wording | null): Wording =>
  second === null ? first : worded('common.sentences', { first, second })
