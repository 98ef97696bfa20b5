/** Texts in one language: what a key and its values say. Not: which language is chosen. */
import type { MessageFormatElement } from '@formatjs/icu-messageformat-parser'
import { IntlMessageFormat } from 'intl-messageformat'
import type { TextKey, TextValues } from './catalogue.ts'
import { createFormats, type Formats } from './formats.ts'
import { directionOf, type Language } from './languages.ts'
import { isPlainText } from './plain-text.ts'

export type I18n = {
  readonly language: Language
  readonly direction: 'ltr' | 'rtl'
  readonly formats: Formats
  /** @throws when a value that the text needs is missing */
  t<Key extends TextKey>(key: Key, ...values: TextValues<Key>): string
}

/** As in `Catalogue`, or as the window's build has parsed it (see scripts/vite). */
type Message = string | MessageFormatElement[]

/** @param catalogue messages in ICU's format (unicode-org.github.io/icu/userguide/format_parse/messages) */
export function createI18n(
  language: Language,
  locale: string,
  catalogue: Readonly<Record<TextKey, Message>>,
): I18n {
  const formats = new Map<TextKey, IntlMessageFormat>()

  function formatOf(key: TextKey): IntlMessageFormat {
    const known = formats.get(key)
    if (known !== undefined) return known
    // `<` is text: nothing here is markup.
    const fresh = new IntlMessageFormat(catalogue[key], locale, undefined, { ignoreTag: true })
    formats.set(key, fresh)
    return fresh
  }

  const dress = language === 'ar-XB' ? bracketed : asItIs
  return {
    language,
    direction: directionOf(language),
    formats: createFormats(locale),
    t(key, ...values) {
      const [given] = values
      const message = catalogue[key]
      if (typeof message === 'string' && isPlainText(message)) return dress(message)
      return dress(String(formatOf(key).format(given)))
    },
  }
}

const asItIs = (text: string): string => text

/** What stands in a screen without brackets did not come from here; and other languages are longer than English. */
const bracketed = (text: string): string => `⟦${text}${'·'.repeat(Math.ceil(text.length / 4))}⟧`
