/** Searching: the box, how to use it, what came of it, and how to narrow it. */
import { CircleHelp } from 'lucide-react'
import { useId, useRef, useState } from 'react'
import { RemovedSearch } from '../filters/removed-search.tsx'
import { SavedSearchMenu } from '../filters/saved-search-menu.tsx'
import { useI18n } from '../i18n/i18n-context.tsx'
import { SearchHelp } from '../later/later-parts.ts'
import { useHasSidebar } from '../layout/use-has-sidebar.ts'
import { SearchBox } from './search-box.tsx'
import { SearchFacets } from './search-facets.tsx'
import { SearchOutcome } from './search-outcome.tsx'
import { useSearchDraft } from './use-search-draft.ts'
import { useSearchFigures } from './use-search-figures.ts'
import './search.css'

export function SearchBar() {
  const { t } = useI18n()
  const text = useSearchDraft()
  const figures = useSearchFigures()
  const hasSidebar = useHasSidebar()
  const [isHelpOpen, setHelpOpen] = useState(false)
  const bar = useRef<HTMLElement>(null)
  const outcomeId = useId()
  const helpId = useId()
  const add = (words: string): void => {
    const { draft, type } = text
    type(draft.trim() === '' ? words : `${draft.trimEnd()} ${words}`)
    bar.current?.querySelector<HTMLElement>('.search-input')?.focus()
  }
  const closeHelp = (): boolean => {
    setHelpOpen(false)
    return isHelpOpen
  }
  return (
    <search ref={bar} className="search-bar">
      <div className="search-line">
        <SearchBox text={text} outcomeId={outcomeId} onLeave={closeHelp} />
        {!hasSidebar && <SavedSearchMenu />}
        <button
          type="button"
          className="icon-button"
          aria-label={t('search.help')}
          title={t('search.help.title')}
          aria-expanded={isHelpOpen}
          aria-controls={helpId}
          onClick={() => setHelpOpen(!isHelpOpen)}
        >
          <CircleHelp size={17} aria-hidden="true" />
        </button>
      </div>
      <SearchOutcome id={outcomeId} count={figures.count} />
      <SearchFacets figures={figures} onChoose={add} />
      <RemovedSearch />
      <div id={helpId}>{isHelpOpen && <SearchHelp onChoose={add} />}</div>
    </search>
  )
}
