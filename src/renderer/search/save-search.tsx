/** Keeps a search under a name, which is asked for in place; of one that is kept, tells its name. */
import { Ellipsis } from 'lucide-react'
import { useState } from 'react'
import { savedSearchLimit } from '../../contract/saved-search.ts'
import { NameForm } from '../filters/name-form.tsx'
import { isFull, proposedName } from '../filters/saved-searches.ts'
import { useChosenSearch, useSavedSearches } from '../filters/use-saved-searches.ts'
import { useI18n } from '../i18n/i18n-context.tsx'
import { useHasSidebar } from '../layout/use-has-sidebar.ts'
import { isFiltering } from '../list/list-filter.ts'
import { MenuButton } from '../menu/menu-button.tsx'
import { useStore, useWindowState } from '../store/store-context.tsx'
import { displayLine } from '../text/display-text.ts'
import { savedQuery } from './saved-query.ts'

export function SaveSearch() {
  const { t } = useI18n()
  const { list, searches: control } = useStore()
  const search = useWindowState((state) => state.list.search)
  const filter = useWindowState((state) => state.list.filter)
  const searches = useSavedSearches()
  const chosen = useChosenSearch()
  const saved = isFiltering(filter) ? undefined : searches[chosen]
  const [naming, setNaming] = useState<string | null>(null)
  const query = savedQuery(search, filter)

  function leave(): void {
    setNaming(null)
    document.querySelector<HTMLElement>('.search-input')?.focus()
  }
  function take(name: string): void {
    if (saved !== undefined) control.rename(chosen, name)
    else {
      control.save(name, query)
      // The filters are part of it now: beside it they would ask twice.
      if (isFiltering(filter)) list.search(query)
    }
    leave()
  }
  // Another search needs another name.
  if (naming === search) {
    const proposed = saved?.name ?? proposedName(query, searches)
    return <NameForm proposed={proposed} onName={take} onCancel={leave} />
  }
  const name = (): void => setNaming(search)
  if (saved !== undefined) {
    return <Saved name={displayLine(saved.name, saved.query)} index={chosen} onRename={name} />
  }
  if (isFull(searches)) return <span>{t('search.save.full', { count: savedSearchLimit })}</span>
  return (
    <button type="button" className="link-button" onClick={name}>
      {t('search.save')}
    </button>
  )
}

type SavedProps = { readonly name: string; readonly index: number; readonly onRename: () => void }

/** The sidebar offers the rest, where there is one. */
function Saved({ name, index, onRename }: SavedProps) {
  const { t } = useI18n()
  const { searches } = useStore()
  const hasSidebar = useHasSidebar()
  return (
    <span className="search-saved">
      <span>{t('search.saved', { name })}</span>
      {!hasSidebar && (
        <MenuButton
          className="icon-button search-saved-menu"
          name={t('filters.saved.actions', { name })}
          items={[
            { key: 'rename', word: t('filters.saved.rename'), onChoose: onRename },
            { key: 'delete', word: t('filters.saved.delete'), onChoose: () => searches.remove(index) },
          ]}
        >
          <Ellipsis size={16} aria-hidden="true" />
        </MenuButton>
      )}
    </span>
  )
}
