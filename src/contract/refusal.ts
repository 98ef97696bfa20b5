/** A refusal: an expected "no" with a code and a sentence for people. */
import Type, { type Static } from 'typebox'

export const refusalCodes = [
  'unknown-command',
  'bad-input',
  'bad-answer',
  'invalid-setting',
  'unavailable',
  'internal',
] as const
export type RefusalCode = (typeof refusalCodes)[number]

export const RefusalSchema = Type.Object({ code: Type.Enum([...refusalCodes]), message: Type.String() })

/** What a command answers with over the wire. Results are checked by the command's own schema. */
export const ReplySchema = Type.Union([
  Type.Object({ ok: Type.Literal(true), output: Type.Unknown() }),
  Type.Object({ ok: Type.Literal(false), error: RefusalSchema }),
])
export type Reply = Static<typeof ReplySchema>

export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly code: RefusalCode

  /** @param message a sentence that says what to do next */
  constructor(code: RefusalCode, message: string) {
    super(message)
    this.code = code
  }
}
