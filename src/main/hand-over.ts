/** What a second start tells the first one, which holds the lock: by Electron's `additionalData`, never by its `argv`. */
import Type, { type Static } from 'typebox'
import { SettingsSchema } from '../contract/settings-table.ts'
import { validate } from '../contract/validate.ts'
import type { Flags } from '../host/flags.ts'

const orNull = <Schema extends Type.TSchema>(schema: Schema) => Type.Union([schema, Type.Null()])

const HandOverSchema = Type.Object({
  frequencySeconds: orNull(SettingsSchema.properties.frequencySeconds),
  source: orNull(SettingsSchema.properties.source),
  link: orNull(Type.String()),
  isHidden: Type.Boolean(),
})
export type HandOver = Static<typeof HandOverSchema>

/** Chromium adds arguments of its own to `argv` and reorders it (Electron's documentation of `second-instance`). */
export const toHandOver = ({ frequencySeconds, source, link, isHidden }: Flags): HandOver => ({
  ...{ frequencySeconds, source, link, isHidden },
})

/** @param data from another process, of whatever version. @returns null for what cannot be understood */
export function readHandOver(data: unknown): HandOver | null {
  const checked = validate(HandOverSchema, data)
  return checked.ok ? checked.value : null
}
