/** Says what the list shows: the saved search, the filters that are on, or all. */
import { useI18n } from '../i18n/i18n-context.tsx'
import { useWindowState } from '../store/store-context.tsx'
import { displayLine } from '../text/display-text.ts'
import { stateOf } from './filter-choice.ts'
import { useChosenSearch, useSavedSearches } from './use-saved-searches.ts'
import './filter-title.css'

export function FilterTitle() {
  const { t } = useI18n()
  const filter = useWindowState((state) => state.list.filter)
  const saved = useSavedSearches()[useChosenSearch()]
  const state = stateOf(filter)
  const parts = [
    ...(saved === undefined ? [] : [displayLine(saved.name, saved.query)]),
    ...(state === 'all' ? [] : [t(`filters.${state}`)]),
    ...(filter.type === undefined ? [] : [t(`filters.type.${filter.type}`)]),
  ]
  const shown = parts.length === 0 ? [t('filters.all')] : parts
  return (
    <p className="filter-title">
      {shown.map((part) => (
        <bdi key={part}>{part}</bdi>
      ))}
    </p>
  )
}
