/** Shows the unread count in the window's title. */
import { useEffect } from 'react'
import { countMatching } from '../list/list-filter.ts'
import { useWindowState } from '../store/store-context.tsx'

export function useDocumentTitle(): void {
  const unread = useWindowState(({ engine }) =>
    engine === null ? 0 : countMatching(engine.counts, { isUnread: true }),
  )
  useEffect(() => {
    document.title = unread === 0 ? 'Tocsin' : `(${unread}) Tocsin`
  }, [unread])
}
