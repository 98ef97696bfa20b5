/** Languages for tests of what is made of texts; English for most. */
import { createI18n } from './create-i18n.ts'
import { de } from './de.ts'
import { speakEnglish } from './speak-english.ts'
import { say, type Wording } from './wording.ts'
import { zh } from './zh.ts'

export const english = speakEnglish()
export const german = createI18n('de', 'de-DE', de)
export const chinese = createI18n('zh', 'zh-CN', zh)

export const inEnglish = (wording: Wording): string => say(english, wording)
