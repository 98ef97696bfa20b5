/** Whether the sidebar is in sight: where it is not, others offer what it holds. */
import { useWindowState } from '../store/store-context.tsx'
import { useMediaQuery } from './use-media-query.ts'
import { sidebarQuery } from './wide-query.ts'

export function useHasSidebar(): boolean {
  const hasRoom = useMediaQuery(sidebarQuery)
  const isHidden = useWindowState(({ place }) => place.sizes.isSidebarHidden)
  return hasRoom && !isHidden
}
