/** Snoozing: a notification that comes back as a toast later. */
import Type, { type Static } from 'typebox'
import { RowId } from './notification-row.ts'

/** `tomorrow`: 8:00 by this computer's clock. */
export const snoozeChoices = ['10-minutes', '1-hour', 'tomorrow'] as const
export const SnoozeChoiceSchema = Type.Enum([...snoozeChoices])
export type SnoozeChoice = (typeof snoozeChoices)[number]

export const SnoozeSchema = Type.Object({
  rowId: RowId,
  /** Milliseconds since the epoch. */
  until: Type.Number(),
})
export type Snooze = Static<typeof SnoozeSchema>

/** More at a time are refused. */
export const snoozeLimit = 1_000
