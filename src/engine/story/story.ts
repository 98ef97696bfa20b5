/** What happened to one notification: told from its row, its acknowledgement, and what was noted beside them. */
import type { DatabaseSync } from 'node:sqlite'
import { snoozeChoices } from '../../contract/snooze.ts'
import type { Story, StoryStep } from '../../contract/story.ts'
import type { I18n } from '../../i18n/create-i18n.ts'
import { say } from '../../i18n/wording.ts'
import { outboxStates } from '../acknowledgements/outbox-state.ts'
import { inTransaction } from '../history/database.ts'
import { readAt } from '../history/stored-row.ts'
import { fateInWords } from '../toasts/toast-fate.ts'
import type { NotShown } from '../toasts/toasts.ts'

/** Codes on disk: only add. */
const noted = {
  'toast-failed': 0,
  opened: 1,
  'toast-unanswered': 2,
  snoozed: 3,
  'snooze-ended': 4,
  'toast-dismissed': 5,
  unread: 6,
  /** Before it was marked as unread: the row itself knows the last reading alone. */
  read: 7,
} as const
export type NotedStep = keyof typeof noted
/** A code's step. */
const notedSteps = Object.keys(noted) as readonly NotedStep[] // in the order of their codes

export type StoryBook = {
  /** @param reason of a toast that failed: a sentence for people; of a snooze: what was chosen; else null */
  note(rowId: number, step: NotedStep, at: number, reason: string | null): void
  /** As `note`, of several at once: one transaction, not one for each. */
  noteAll(rowIds: readonly number[], step: NotedStep, at: number, reason: string | null): void
  /** Toasts of one batch: a burst that nobody is there to see costs one transaction, not one for each. */
  noteNotShown(notShown: readonly NotShown[], at: number): void
  /** Whether it was read before it was marked as unread. */
  wasRead(rowId: number): boolean
  /** The first time somebody looks at it; later ones change nothing. */
  noteOpened(rowId: number, at: number): void
  /** Oldest first; null when there is no such row. */
  read(i18n: I18n, rowId: number): Story | null
}

type Row = Readonly<Record<string, unknown>>
type Step = Story['steps'][number]

export function createStoryBook(database: DatabaseSync): StoryBook {
  const exists = database.prepare('SELECT 1 FROM notifications WHERE row_id = ? AND deletion_id IS NULL')
  const add = database.prepare('INSERT INTO story_events (row_id, at, what, detail) VALUES (?, ?, ?, ?)')
  const find = database.prepare('SELECT 1 FROM story_events WHERE row_id = ? AND what = ?')
  const events = database.prepare(
    'SELECT at, what, detail FROM story_events WHERE row_id = ? ORDER BY story_event_id',
  )
  const select = database.prepare(`
    SELECT n.received_at, n.stored_after_ms, n.toast_fate, ${readAt} AS read_at, a.state, a.requested_at,
      a.sent_at, a.confirmed_at
    FROM notifications AS n LEFT JOIN acknowledgements AS a USING (acknowledgement_id)
    WHERE n.row_id = ? AND n.deletion_id IS NULL`)

  function note(rowId: number, step: NotedStep, at: number, reason: string | null): void {
    if (exists.get(rowId) !== undefined) add.run(rowId, at, noted[step], reason)
  }

  return {
    note,
    noteAll(rowIds, step, at, reason) {
      inTransaction(database, () => {
        for (const rowId of rowIds) note(rowId, step, at, reason)
      })
    },
    noteNotShown(notShown, at) {
      inTransaction(database, () => {
        for (const { rowId, reason } of notShown) note(rowId, 'toast-failed', at, reason)
      })
    },
    wasRead: (rowId) => find.get(rowId, noted.read) !== undefined,
    noteOpened(rowId, at) {
      if (find.get(rowId, noted.opened) === undefined) note(rowId, 'opened', at, null)
    },
    read(i18n, rowId) {
      const row = select.get(rowId)
      if (row === undefined) return null
      const notedSteps = events.all(rowId).map((event) => toNotedStep(i18n, event))
      const hasFailed = notedSteps.some(({ step }) => step === 'toast-failed')
      const told = stepsOfRow(i18n, row).filter(({ step }) => !(hasFailed && isToastSeen(step)))
      const steps = [...told, ...notedSteps]
      return { steps: steps.toSorted((a, b) => a.at - b.at) }
    },
  }
}

function stepsOfRow(i18n: I18n, row: Row): Step[] {
  const receivedAt = Number(row['received_at'])
  const storedAt = receivedAt + Number(row['stored_after_ms'])
  return [
    plain('received', receivedAt),
    plain('stored', storedAt),
    ...toastStep(i18n, Number(row['toast_fate']), storedAt),
    ...(row['read_at'] === null ? [] : [plain('read', Number(row['read_at']))]),
    ...acknowledgementSteps(i18n, row),
  ]
}

function toastStep(i18n: I18n, fate: number, at: number): Step[] {
  const words = fateInWords(fate)
  if (words === null) return []
  return [{ at, step: words.step, reason: words.reason === null ? null : say(i18n, words.reason) }]
}

const isToastSeen = (step: StoryStep): boolean => step === 'toast-shown' || step === 'toast-digest'

function acknowledgementSteps({ t }: I18n, row: Row): Step[] {
  const steps: Step[] = []
  const [sentAt, confirmedAt] = [row['sent_at'], row['confirmed_at']]
  if (typeof sentAt === 'number') steps.push(plain('acknowledgement-sent', sentAt))
  if (typeof confirmedAt === 'number') steps.push(plain('acknowledgement-confirmed', confirmedAt))
  if (outboxStates[Number(row['state'])] === 'unconfirmed' && row['state'] !== null) {
    const at = Number(sentAt ?? row['requested_at'])
    steps.push({ at, step: 'acknowledgement-unconfirmed', reason: t('engine-story.unconfirmed') })
  }
  return steps
}

const plain = (step: StoryStep, at: number): Step => ({ at, step, reason: null })

function toNotedStep(i18n: I18n, event: Row): Step {
  const step = notedSteps[Number(event['what'])] ?? 'toast-failed'
  const detail = event['detail']
  return { at: Number(event['at']), step, reason: typeof detail === 'string' ? inWords(i18n, detail) : null }
}

/** What was noted before choices were is a sentence already. */
function inWords({ t }: I18n, detail: string): string {
  const choice = snoozeChoices.find((each) => each === detail)
  return choice === undefined ? detail : t('engine-story.snoozed', { words: t(`snooze.${choice}`) })
}
