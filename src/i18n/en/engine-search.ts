export const engineSearch = {
  'engine-search.open-quote': '“{part}” has no closing quote: add a " at its end.',
  'engine-search.unknown-operator':
    '“{part}” begins with no known operator: write {meant}: for that, or quote it as a text.',
  'engine-search.no-value': '“{part}” needs a value: write {name}: and {values}.',
  'engine-search.bad-value': '“{part}” cannot be searched for: after {name}: comes {values}.',
  'engine-search.nothing': '“{part}” has nothing to search for: letters and digits count.',
  'engine-search.too-much': '“{part}” would find too much: write at least two letters before the *.',
  'engine-search.values.and': '{first}, {rest}',
  'engine-search.values.or': '{first} or {last}',
  'engine-search.values.moment': 'a day such as 2026-01-31, or a time such as 2026-01-31T14:30',
  'engine-search.values.code': 'a whole number from 0 to {max}',
  'engine-search.values.source': 'a part of its address',
} as const
