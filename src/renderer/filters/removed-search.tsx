/** Says that a saved search was removed, and brings it back. */
import { useLayoutEffect, useRef } from 'react'
import { useI18n } from '../i18n/i18n-context.tsx'
import { useStore, useWindowState } from '../store/store-context.tsx'
import { displayLine } from '../text/display-text.ts'

export function RemovedSearch() {
  const removed = useWindowState((state) => state.removedSearch)
  return (
    <div aria-live="polite">
      {removed !== null && (
        <Removed
          key={`${removed.index} ${removed.search.name}`}
          name={displayLine(removed.search.name, removed.search.query)}
        />
      )}
    </div>
  )
}

function Removed({ name }: { readonly name: string }) {
  const { t } = useI18n()
  const { searches } = useStore()
  const undo = useRef<HTMLButtonElement>(null)
  // What had the focus goes with the search; and this goes by itself.
  useLayoutEffect(() => {
    const button = undo.current
    button?.focus()
    return () => {
      if (document.activeElement === button) document.querySelector<HTMLElement>('.search-input')?.focus()
    }
  }, [])
  return (
    <p className="removed-search">
      {t('filters.saved.deleted', { name })}{' '}
      <button ref={undo} type="button" className="link-button" onClick={() => searches.undoRemoval()}>
        {t('filters.saved.undo')}
      </button>
    </p>
  )
}
