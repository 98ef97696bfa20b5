/** Snoozing: a notification that comes back as a toast later. */
import Type, { type Static } from 'typebox'
import { RowId } from './notification-row.ts'

export const snoozeChoices = ['10-minutes', '1-hour', 'tomorrow'] as const
export const SnoozeChoiceSchema = Type.Enum([...snoozeChoices])
export type SnoozeChoice = (typeof snoozeChoices)[number]

/** What people read for each; tomorrow is 8:00 by this computer's clock. */
export const snoozeLabels = {
  '10-minutes': 'For 10 minutes',
  '1-hour': 'For 1 hour',
  tomorrow: 'Until tomorrow, 8:00',
} as const satisfies Readonly<Record<SnoozeChoice, string>>

export const SnoozeSchema = Type.Object({
  rowId: RowId,
  /** Milliseconds since the epoch. */
  until: Type.Number(),
})
export type Snooze = Static<typeof SnoozeSchema>

/** More at a time are refused. */
export const snoozeLimit = 1_000
