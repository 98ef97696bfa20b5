/**
 * Errors and refusals that people are told of: said in their language where they are told, while the message is English,
 * for a terminal and for those who mend it.
 */
import { Refusal, type RefusalCode } from '../contract/refusal.ts'
import { speakEnglish } from '../i18n/speak-english.ts'
import { say, type Wording } from '../i18n/wording.ts'

export class WordedError extends Error {
  override readonly name: string = 'WordedError'
  readonly wording: Wording

  /** @param wording says what to do next, where there is anything to do */
  constructor(wording: Wording, options?: ErrorOptions) {
    super(say(speakEnglish(), wording), options)
    this.wording = wording
  }
}

export class WordedRefusal extends Refusal {
  readonly wording: Wording

  /** @param wording says what to do next */
  constructor(code: RefusalCode, wording: Wording) {
    super(code, say(speakEnglish(), wording))
    this.wording = wording
  }
}
