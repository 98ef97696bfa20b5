/** The saved searches as a menu, where no sidebar shows them. */
import { Bookmark } from 'lucide-react'
import { useI18n } from '../i18n/i18n-context.tsx'
import { MenuButton } from '../menu/menu-button.tsx'
import { useStore } from '../store/store-context.tsx'
import { displayLine } from '../text/display-text.ts'
import { keysOf } from './saved-searches.ts'
import { useChosenSearch, useSavedSearches } from './use-saved-searches.ts'

export function SavedSearchMenu() {
  const { t } = useI18n()
  const { list } = useStore()
  const searches = useSavedSearches()
  const keys = keysOf(searches)
  const chosen = useChosenSearch()
  if (searches.length === 0) return null
  return (
    <MenuButton
      className="icon-button"
      name={t('filters.saved')}
      title={t('filters.saved')}
      isOn={chosen !== -1}
      items={searches.map(({ name, query }, index) => ({
        key: keys[index] ?? query,
        word: displayLine(name, query),
        onChoose: () => list.search(query),
      }))}
    >
      <Bookmark size={17} aria-hidden="true" />
    </MenuButton>
  )
}
