/** Shows what was chosen outside of the window: by a toast, in the tray, by a link. */
import type { ContractClient } from '../../contract/client.ts'
import { isFiltering } from '../list/list-filter.ts'
import { isSearching } from '../search/search-query.ts'
import type { WindowStore } from '../store/window-store.ts'

type Deps = {
  readonly client: Pick<ContractClient, 'on'>
  readonly store: WindowStore
  readonly focusPage: () => void
  /** Whether the reader has done something in this window: until then it shows what was kept of the last one. */
  readonly isTouched: () => boolean
}

/** @returns its own end */
export function openFromOutside({ client, store, focusPage, isTouched }: Deps): () => void {
  const comeForward = (): void => {
    focusPage()
    store.place.closeSettings()
    // Where the list was left counts no more: somebody wants to see something else.
    store.listAnchor.drop()
  }
  const ends = [
    client.on('notificationOpened', ({ rowId }) => {
      comeForward()
      const { list } = store.cell.read()
      if (!isTouched() && (isFiltering(list.filter) || isSearching(list.search))) store.list.clear()
      store.place.show('notifications')
      store.selection.select(rowId, { open: true, reveal: true })
    }),
    client.on('searchOpened', ({ query }) => {
      comeForward()
      store.place.show('notifications')
      if (store.cell.read().selection.isOpen) store.selection.closeDetail()
      store.list.search(query)
    }),
    client.on('settingsOpened', () => {
      focusPage()
      store.place.openSettings()
    }),
  ]
  return () => {
    for (const end of ends) end()
  }
}
