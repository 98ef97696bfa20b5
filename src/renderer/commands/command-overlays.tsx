/** What commands open over the window. */
import { useMemo } from 'react'
import { focusSearch } from '../keyboard/focus-search.ts'
import { CommandPalette, KeyList } from '../later/later-parts.ts'
import { useStore, useWindowState } from '../store/store-context.tsx'
import type { CommandPlace } from './window-command.ts'

/** @param hasRoom whether the detail has room beside the list, so that it may follow the selection */
export function CommandOverlays({ hasRoom }: { readonly hasRoom: boolean }) {
  const { overlay } = useStore()
  const open = useWindowState((state) => state.overlay)
  const place = useMemo((): CommandPlace => ({ hasRoom, focusSearch }), [hasRoom])
  if (open === 'palette') return <CommandPalette place={place} onClose={() => overlay.closed('palette')} />
  if (open === 'keys') return <KeyList onClose={() => overlay.closed('keys')} />
  return null
}
