/** Lists what a bar stands for: a search, over all there is, with the list in sight. */
import { useCallback } from 'react'
import type { NotificationType } from '../../protocol/notification-type.ts'
import { useStore } from '../store/store-context.tsx'
import type { Bar } from './volume-bars.ts'
import { volumeQuery } from './volume-query.ts'

export function useListBar(): (bar: Bar, type: NotificationType | null) => void {
  const store = useStore()
  return useCallback(
    (bar, type) => {
      store.place.show('notifications')
      store.list.search(volumeQuery(bar, type))
    },
    [store],
  )
}
