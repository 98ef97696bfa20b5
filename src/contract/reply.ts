/** What a host answers a command with: its result, or a refusal. */
import Type, { type Static } from 'typebox'
import { refusalCodes } from './refusal.ts'

export const RefusalSchema = Type.Object({ code: Type.Enum([...refusalCodes]), message: Type.String() })

/** What a command answers with over the wire. Results are checked by the command's own schema. */
export const ReplySchema = Type.Union([
  Type.Object({ ok: Type.Literal(true), output: Type.Unknown() }),
  Type.Object({ ok: Type.Literal(false), error: RefusalSchema }),
])
export type Reply = Static<typeof ReplySchema>
