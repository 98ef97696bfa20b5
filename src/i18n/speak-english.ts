/** English, whatever is chosen: what is written on a terminal, and what errors carry for those who mend them. */
import { createI18n, type I18n } from './create-i18n.ts'
import { en } from './en.ts'

export const speakEnglish = (): I18n => createI18n('en', 'en-GB', en)
