/** How to search, and the keys of the list: each example can be put into the box. */

import { useTicking } from '../time/ticker-context.tsx'
import { dayOf } from './day-of.ts'
import { searchOperators } from './search-operators.ts'

const keys = [
  ['/', 'search'],
  ['j k', 'down, up'],
  ['e', 'mark as read'],
  ['s', 'snooze'],
  ['p', 'pin'],
  ['#', 'delete'],
  ['z', 'undo'],
] as const

export function SearchHelp({ onChoose }: { readonly onChoose: (words: string) => void }) {
  const today = useTicking(dayOf)
  return (
    <section className="search-help" aria-label="How to search">
      <ul className="search-operators">
        {searchOperators(today).map(({ example, help }) => (
          <li key={example}>
            <button type="button" className="search-operator" onClick={() => onChoose(example)}>
              {example}
            </button>{' '}
            <span>{help}</span>
          </li>
        ))}
      </ul>
      <p className="search-keys">
        Keys:{' '}
        {keys.map(([key, word]) => (
          <span key={key}>
            <kbd>{key}</kbd> {word}
          </span>
        ))}
      </p>
    </section>
  )
}
