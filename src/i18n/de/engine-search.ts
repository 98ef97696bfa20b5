import type { Translation } from '../catalogue.ts'
import type { engineSearch as english } from '../en/engine-search.ts'

export const engineSearch: Translation<typeof english> = {
  'engine-search.open-quote': '„{part}“ hat kein schließendes Anführungszeichen: am Ende ein " hinzufügen.',
  'engine-search.unknown-operator':
    '„{part}“ beginnt mit keinem bekannten Operator: dafür {meant}: schreiben oder als Text in Anführungszeichen setzen.',
  'engine-search.no-value': '„{part}“ braucht einen Wert: {name}: schreiben und {values}.',
  'engine-search.bad-value': 'Nach „{part}“ lässt sich nicht suchen: Nach {name}: kommt {values}.',
  'engine-search.nothing':
    '„{part}“ enthält nichts, wonach sich suchen lässt: Es zählen Buchstaben und Ziffern.',
  'engine-search.too-much': '„{part}“ fände zu viel: vor dem * mindestens zwei Buchstaben schreiben.',
  'engine-search.values.and': '{first}, {rest}',
  'engine-search.values.or': '{first} oder {last}',
  'engine-search.values.moment': 'ein Tag wie 2026-01-31 oder eine Zeit wie 2026-01-31T14:30',
  'engine-search.values.code': 'eine ganze Zahl von 0 bis {max}',
  'engine-search.values.source': 'ein Teil ihrer Adresse',
}
