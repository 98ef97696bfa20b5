/**
 * The search box: completes operators as they are written. A searchbox cannot be a combobox as well (ARIA gives it one
 * role): what opens below it is told by a live region, and the option that is meant by `aria-activedescendant`.
 */
import { Search, X } from 'lucide-react'
import { type KeyboardEvent, useId, useRef } from 'react'
import { useI18n } from '../i18n/i18n-context.tsx'
import { useStore, useWindowState } from '../store/store-context.tsx'
import { CompletionList } from './completion-list.tsx'
import { optionId } from './option-id.ts'
import { searchTextLimit } from './search-query.ts'
import { useCompletion } from './use-completion.ts'
import type { SearchDraft } from './use-search-draft.ts'

type Props = {
  readonly text: SearchDraft
  /** What describes the box. */
  readonly outcomeId: string
  /** Escape in an empty box. @returns whether it was for something */
  readonly onLeave: () => boolean
}

export function SearchBox({ text, outcomeId, onLeave }: Props) {
  const { t } = useI18n()
  const store = useStore()
  const box = useRef<HTMLInputElement>(null)
  const isRefused = useWindowState(({ list }) => list.searchProblem !== null)
  const completions = useCompletion(text, box)
  const listId = useId()
  const { completion, activeIndex } = completions
  const { draft } = text
  const clear = (): void => {
    text.type('')
    box.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    if (completions.takesKey(event)) event.preventDefault()
    else if (event.key === 'ArrowDown') {
      store.selection.move(0, { open: false })
      event.preventDefault()
    } else if (event.key === 'Escape' && (draft !== '' || onLeave())) {
      if (draft !== '') clear()
      event.preventDefault()
    }
  }
  return (
    <div className="search-field" data-invalid={isRefused}>
      <Search className="search-icon" size={15} aria-hidden="true" />
      <input
        ref={box}
        type="search"
        className="search-input"
        aria-label={t('search.box')}
        aria-describedby={outcomeId}
        aria-invalid={isRefused}
        aria-keyshortcuts="/"
        aria-autocomplete="list"
        aria-controls={completion === null ? undefined : listId}
        aria-activedescendant={activeIndex === null ? undefined : optionId(listId, activeIndex)}
        placeholder={t('search.box')}
        autoComplete="off"
        spellCheck={false}
        maxLength={searchTextLimit}
        value={draft}
        onChange={({ currentTarget: { value, selectionStart } }) =>
          completions.wrote(value, selectionStart ?? value.length)
        }
        onKeyDown={onKeyDown}
        // Nobody waits for it: a search does all the same without.
        onFocus={() => void store.client.call('warmSearch', {}).catch(() => {})}
        onPointerDown={completions.close}
        onBlur={completions.close}
      />
      {draft === '' ? (
        <span className="search-key" aria-hidden="true">
          /
        </span>
      ) : (
        <button type="button" className="search-clear" aria-label={t('search.clear')} onClick={clear}>
          <X size={15} aria-hidden="true" />
        </button>
      )}
      <CompletionList id={listId} box={completions} />
    </div>
  )
}
