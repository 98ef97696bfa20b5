import type { Translation } from '../catalogue.ts'
import type { store as english } from '../en/store.ts'

export const store: Translation<typeof english> = {
  'store.search-given-up': 'Diese Suche wurde aufgegeben. Bitte erneut versuchen.',
}
