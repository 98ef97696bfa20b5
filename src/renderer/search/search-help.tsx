/** How to search, and the keys of the list: each example can be put into the box. */
import { useI18n } from '../i18n/i18n-context.tsx'
import { useCommandKeys } from '../keyboard/use-command-keys.ts'
import { useTicking } from '../time/ticker-context.tsx'
import { dayOf } from './day-of.ts'
import { searchOperators } from './search-operators.ts'
import './search-help.css'

/** The commands whose first keys are named, and the word for what they do. */
const named = [
  [['search'], 'search'],
  [['next', 'previous'], 'move'],
  [['mark-as-read'], 'read'],
  [['snooze'], 'snooze'],
  [['pin'], 'pin'],
  [['delete'], 'delete'],
  [['undo'], 'undo'],
] as const

export function SearchHelp({ onChoose }: { readonly onChoose: (words: string) => void }) {
  const i18n = useI18n()
  const { t } = i18n
  const today = useTicking(dayOf)
  return (
    <section className="search-help" aria-label={t('search.help.title')}>
      <ul className="search-operators">
        {searchOperators(i18n, today).map(({ example, help }) => (
          <li key={example}>
            <button type="button" className="search-operator" dir="ltr" onClick={() => onChoose(example)}>
              {example}
            </button>{' '}
            <span>{help}</span>
          </li>
        ))}
      </ul>
      <p className="search-keys">
        {t('search.keys')}{' '}
        {named.map(([ids, word]) => (
          <span key={word}>
            {ids.map((id) => (
              <CommandKey key={id} id={id} />
            ))}{' '}
            {t(`search.key.${word}`)}
          </span>
        ))}
      </p>
    </section>
  )
}

const CommandKey = ({ id }: { readonly id: string }) => <kbd>{useCommandKeys(id).key}</kbd>
