/** A refusal: an expected "no" with a code and a sentence for people. */

export const refusalCodes = [
  'unknown-command',
  'bad-input',
  'bad-answer',
  'invalid-setting',
  'unavailable',
  'internal',
] as const
export type RefusalCode = (typeof refusalCodes)[number]

export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly code: RefusalCode

  /** @param message a sentence that says what to do next */
  constructor(code: RefusalCode, message: string) {
    super(message)
    this.code = code
  }
}
