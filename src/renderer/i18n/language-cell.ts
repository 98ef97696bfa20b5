/** The language of the window: which one it is, and whoever must know when it becomes another. */
import type { Catalogue } from '../../i18n/catalogue.ts'
import { createI18n, type I18n } from '../../i18n/create-i18n.ts'
import { en } from '../../i18n/en.ts'
import { type Language, pickLanguage, pickLocale } from '../../i18n/languages.ts'

export type LanguageCell = {
  read(): I18n
  /** @returns its own removal */
  subscribe(listener: () => void): () => void
  /**
   * Speaks this language once its texts are there; until then, and where they cannot be had, the one of before.
   * @param wanted `system`: the first of the reader's that Tocsin speaks
   */
  choose(wanted: Language | 'system'): Promise<void>
}

type Deps = {
  /** The reader's languages, best first (BCP 47). */
  readonly preferred: readonly string[]
  readonly load: (language: Language) => Promise<Catalogue>
  readonly reportProblem: (problem: string) => void
}

/** Begins in English, whose texts are always there. */
export function createLanguageCell({ preferred, load, reportProblem }: Deps): LanguageCell {
  const listeners = new Set<() => void>()
  let current = speak('en', en)
  let latest: Language = 'en'

  function speak(language: Language, catalogue: Catalogue): I18n {
    return createI18n(language, pickLocale(language, preferred), catalogue)
  }

  return {
    read: () => current,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async choose(wanted) {
      const language = wanted === 'system' ? pickLanguage(preferred) : wanted
      if (language === latest) return
      latest = language
      try {
        const catalogue = await load(language)
        // Another may have been chosen meanwhile.
        if (language !== latest) return
        current = speak(language, catalogue)
        for (const listener of listeners) listener()
      } catch (fault) {
        if (language === latest) latest = current.language
        reportProblem(`The texts of the language "${language}" could not be loaded: ${String(fault)}`)
      }
    },
  }
}
