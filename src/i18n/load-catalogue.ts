/** Brings the texts of a language; English is always there, the others when they are asked for. */
import type { Catalogue } from './catalogue.ts'
import { en } from './en.ts'
import type { Language } from './languages.ts'

export async function loadCatalogue(language: Language): Promise<Catalogue> {
  switch (language) {
    case 'en':
    case 'ar-XB':
      return en
    case 'de':
      return (await import('./de.ts')).de
    case 'zh':
      return (await import('./zh.ts')).zh
  }
}
