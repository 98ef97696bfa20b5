/** One saved search: puts its query into the search box, or takes it out again; renamed in place. */
import { Bookmark, Ellipsis } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { SavedSearch } from '../../contract/saved-search.ts'
import type { FoundCount } from '../../contract/search.ts'
import type { I18n } from '../../i18n/create-i18n.ts'
import { useI18n } from '../i18n/i18n-context.tsx'
import { MenuButton, type MenuItem } from '../menu/menu-button.tsx'
import { useStore } from '../store/store-context.tsx'
import { displayLine } from '../text/display-text.ts'
import { NameForm } from './name-form.tsx'
import { SideButton } from './side-button.tsx'

type Props = {
  readonly search: SavedSearch
  readonly index: number
  /** Null where the query means nothing; undefined until it was counted. */
  readonly count: FoundCount | undefined
  readonly isChosen: boolean
  readonly isLast: boolean
}

export function SavedSearchItem({ search, index, count, isChosen, isLast }: Props) {
  const i18n = useI18n()
  const { list, searches } = useStore()
  const [isRenaming, setRenaming] = useState(false)
  const item = useRef<HTMLLIElement>(null)
  useFocusAfter(isRenaming, () => item.current?.querySelector<HTMLElement>('.side-item'))
  const name = displayLine(search.name, search.query)
  if (isRenaming) {
    return (
      <li ref={item}>
        <NameForm
          proposed={search.name}
          onName={(chosen) => {
            searches.rename(index, chosen)
            setRenaming(false)
          }}
          onCancel={() => setRenaming(false)}
        />
      </li>
    )
  }
  const items: MenuItem[] = [
    { key: 'rename', word: i18n.t('filters.saved.rename'), onChoose: () => setRenaming(true) },
    ...(index === 0
      ? []
      : [{ key: 'up', word: i18n.t('filters.saved.up'), onChoose: () => searches.move(index, -1) }]),
    ...(isLast
      ? []
      : [{ key: 'down', word: i18n.t('filters.saved.down'), onChoose: () => searches.move(index, 1) }]),
    { key: 'delete', word: i18n.t('filters.saved.delete'), onChoose: () => searches.remove(index) },
  ]
  return (
    <li ref={item} className="saved-search">
      <SideButton
        icon={<Bookmark className="side-icon" size={16} aria-hidden="true" />}
        word={name}
        isOn={isChosen}
        unread={count?.unread ?? null}
        total={count?.total ?? null}
        isMore={count?.isMore}
        description={countWords(i18n, count)}
        onClick={() => (isChosen ? list.clear() : list.search(search.query))}
      />
      <MenuButton
        className="icon-button saved-search-menu"
        name={i18n.t('filters.saved.actions', { name })}
        items={items}
      >
        <Ellipsis size={16} aria-hidden="true" />
      </MenuButton>
    </li>
  )
}

function countWords({ t }: I18n, count: FoundCount | undefined): string {
  if (count === undefined) return ''
  if (count === null) return t('filters.count.bad')
  const { unread, total } = count
  return t(count.isMore ? 'filters.count.more' : 'filters.count.unread-of', { unread, total })
}

/** What was edited in place is left: the focus goes back to what stood there before. */
function useFocusAfter(isEditing: boolean, find: () => HTMLElement | null | undefined): void {
  const wasEditing = useRef(false)
  useEffect(() => {
    if (wasEditing.current && !isEditing) find()?.focus()
    wasEditing.current = isEditing
  })
}
