/** The search box: searches as it is typed, says what it cannot understand, and how to say it. */
import { CircleHelp, Search, X } from 'lucide-react'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { useStore, useWindowState } from '../store/store-context.tsx'
import { SearchHelp } from './search-help.tsx'
import { SearchOutcome } from './search-outcome.tsx'
import { searchTextLimit } from './search-query.ts'
import './search.css'

export function SearchBar() {
  const { box, draft, type } = useSearchDraft()
  const store = useStore()
  const isRefused = useWindowState(({ list }) => list.searchProblem !== null)
  const [isHelpOpen, setHelpOpen] = useState(false)
  const outcomeId = useId()
  const helpId = useId()
  const clear = (): void => {
    type('')
    box.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown') store.selection.move(0, { open: false })
    else if (event.key === 'Escape' && draft !== '') clear()
    else if (event.key === 'Escape' && isHelpOpen) setHelpOpen(false)
    else return
    event.preventDefault()
  }
  return (
    <search className="search-bar">
      <div className="search-line">
        <div className="search-field" data-invalid={isRefused}>
          <Search className="search-icon" size={15} aria-hidden="true" />
          <input
            ref={box}
            type="search"
            className="search-input"
            aria-label="Search notifications"
            aria-describedby={outcomeId}
            aria-invalid={isRefused}
            aria-keyshortcuts="/"
            placeholder="Search notifications"
            autoComplete="off"
            spellCheck={false}
            maxLength={searchTextLimit}
            value={draft}
            onChange={(event) => type(event.currentTarget.value)}
            onKeyDown={onKeyDown}
          />
          {draft === '' ? (
            <span className="search-key" aria-hidden="true">
              /
            </span>
          ) : (
            <button type="button" className="search-clear" aria-label="Clear search" onClick={clear}>
              <X size={15} aria-hidden="true" />
            </button>
          )}
        </div>
        <button
          type="button"
          className="icon-button"
          aria-label="Search help"
          title="How to search"
          aria-expanded={isHelpOpen}
          aria-controls={helpId}
          onClick={() => setHelpOpen(!isHelpOpen)}
        >
          <CircleHelp size={17} aria-hidden="true" />
        </button>
      </div>
      <SearchOutcome id={outcomeId} />
      <div id={helpId}>
        {isHelpOpen && (
          <SearchHelp
            onChoose={(words) => {
              type(draft.trim() === '' ? words : `${draft.trimEnd()} ${words}`)
              box.current?.focus()
            }}
          />
        )}
      </div>
    </search>
  )
}

/** What is typed stands in the box at once; the store tells of it a frame later. */
function useSearchDraft() {
  const store = useStore()
  const search = useWindowState(({ list }) => list.search)
  const [draft, setDraft] = useState(search)
  const box = useRef<HTMLInputElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: told of each text; the newest counts, or letters get lost.
  useEffect(() => setDraft(store.cell.read().list.search), [store, search])
  return {
    box,
    draft,
    type(text: string) {
      setDraft(text)
      store.list.setSearch(text)
    },
  }
}
