/** Shows the unread count in the window's title. Of its own, so that a new count renders nothing else. */
import { useEffect } from 'react'
import { countMatching } from '../list/list-filter.ts'
import { useWindowState } from '../store/store-context.tsx'

export function DocumentTitle() {
  const unread = useWindowState(({ engine }) =>
    engine === null ? 0 : countMatching(engine.counts, { isUnread: true }),
  )
  useEffect(() => {
    document.title = unread === 0 ? 'Tocsin' : `(${unread}) Tocsin`
  }, [unread])
  return null
}
