/** The saved searches in the sidebar, with how many each finds. */
import { useId } from 'react'
import { useI18n } from '../i18n/i18n-context.tsx'
import { SavedSearchItem } from './saved-search-item.tsx'
import { keysOf } from './saved-searches.ts'
import { useFoundCounts } from './use-found-counts.ts'
import { useChosenSearch, useSavedSearches } from './use-saved-searches.ts'
import './saved-search-list.css'

export function SavedSearchList() {
  const { t } = useI18n()
  const searches = useSavedSearches()
  const chosen = useChosenSearch()
  const counts = useFoundCounts(searches)
  const keys = keysOf(searches)
  const titleId = useId()
  return (
    <section aria-labelledby={titleId}>
      <h2 id={titleId} className="side-title">
        {t('filters.saved')}
      </h2>
      {searches.length === 0 && <p className="side-hint">{t('filters.saved.none')}</p>}
      <ul className="side-group">
        {searches.map((search, index) => (
          <SavedSearchItem
            key={keys[index]}
            {...{ search, index, count: counts.get(search.query), isChosen: index === chosen }}
            isLast={index === searches.length - 1}
          />
        ))}
      </ul>
    </section>
  )
}
