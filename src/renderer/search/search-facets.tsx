/** What could be added to the search, and how many it would leave. */
import { facetScanLimit } from '../../contract/search.ts'
import { useI18n } from '../i18n/i18n-context.tsx'
import { offeredFacets } from './offered-facets.ts'
import type { SearchFigures } from './use-search-figures.ts'
import './search-facets.css'

type Props = {
  readonly figures: SearchFigures
  readonly onChoose: (words: string) => void
}

export function SearchFacets({ figures, onChoose }: Props) {
  const { t, formats } = useI18n()
  const { facets, isAwaited } = figures
  // Or the list would be moved when they come.
  if (isAwaited) return <div className="search-facets-room" />
  if (facets === null) return null
  const offered = offeredFacets(facets)
  if (offered.length === 0) return null
  return (
    <fieldset className="search-facets" aria-label={t('search.facets')}>
      {offered.map(({ words, count }) => (
        <button
          key={words}
          type="button"
          className="search-facet"
          title={facets.isMore ? t('search.facets.more', { count: facetScanLimit }) : undefined}
          onClick={() => onChoose(`${words} `)}
        >
          <span dir="ltr">{words}</span> <span className="search-facet-count">{formats.number(count)}</span>
        </button>
      ))}
    </fieldset>
  )
}
