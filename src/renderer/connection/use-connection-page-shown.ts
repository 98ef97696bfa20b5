/** Whether the connection has its page in sight: then nothing else need say how it stands. */
import { useMediaQuery } from '../layout/use-media-query.ts'
import { wideQuery } from '../layout/wide-query.ts'
import { useWindowState } from '../store/store-context.tsx'

export function useConnectionPageShown(): boolean {
  const isWide = useMediaQuery(wideQuery)
  return useWindowState(({ place, selection }) => {
    if (selection.isOpen) return false
    return isWide ? place.panel === 'connection' : place.tab === 'connection'
  })
}
