/** Do not disturb: when notifications are stored without a toast, and for how long. */
import Type, { type Static } from 'typebox'

/** `until-tomorrow`: 8:00 by this computer's clock. `off` also ends the quiet hours of now, until the next ones begin. */
export const doNotDisturbChoices = [
  '30-minutes',
  '1-hour',
  'until-tomorrow',
  'until-turned-off',
  'off',
] as const
export const DoNotDisturbChoiceSchema = Type.Enum([...doNotDisturbChoices])
export type DoNotDisturbChoice = (typeof doNotDisturbChoices)[number]

/** `chosen`: the user said so. `system`: the computer's own do-not-disturb is on. */
export const quietReasons = ['chosen', 'quiet-hours', 'system'] as const
export type QuietReason = (typeof quietReasons)[number]

/** Null while toasts are shown as ever. */
export const DoNotDisturbViewSchema = Type.Union([
  Type.Object({
    reason: Type.Enum([...quietReasons]),
    /** Milliseconds since the epoch; null where no end is known. */
    until: Type.Union([Type.Number(), Type.Null()]),
  }),
  Type.Null(),
])
export type DoNotDisturbView = Static<typeof DoNotDisturbViewSchema>

const TimeOfDay = Type.String({ pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$' })

/**
 * Seven entries, Monday first: the quiet hours that begin on that day, in local time, or null. `to` at or before `from`
 * is on the next day; equal ones are a whole day.
 */
export const QuietHoursSchema = Type.Array(
  Type.Union([Type.Object({ from: TimeOfDay, to: TimeOfDay }, { additionalProperties: false }), Type.Null()]),
  { minItems: 7, maxItems: 7 },
)
export type QuietHours = Static<typeof QuietHoursSchema>

export const noQuietHours: QuietHours = [null, null, null, null, null, null, null]
