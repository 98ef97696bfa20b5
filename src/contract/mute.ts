/** What is muted: notifications of a type and a title, that show no toast. */
import Type, { type Static } from 'typebox'
import { notificationTypes } from '../protocol/notification-type.ts'

export const MuteSchema = Type.Object(
  {
    type: Type.Enum([...notificationTypes]),
    /** As `title-pattern.ts` has it. */
    titlePattern: Type.String({ maxLength: 200 }),
  },
  { additionalProperties: false },
)
export type Mute = Static<typeof MuteSchema>

export const MutesSchema = Type.Array(MuteSchema, { maxItems: 500 })
