/** Listens to the keyboard for the whole window. */
import { useEffect } from 'react'
import { useStore } from '../store/store-context.tsx'
import type { WindowStore } from '../store/window-store.ts'
import { type KeyPress, type Shortcut, shortcutFor } from './shortcut.ts'

/** @param opensOnMove whether the detail has room beside the list, so that it may follow the selection */
export function useShortcuts(opensOnMove: boolean): void {
  const store = useStore()
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || document.querySelector('dialog[open]') !== null) return
      const shortcut = shortcutFor(toKeyPress(event))
      if (shortcut === null || !run(store, shortcut, opensOnMove)) return
      event.preventDefault()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [store, opensOnMove])
}

/** @returns whether there was something to do */
function run(store: WindowStore, shortcut: Shortcut, opensOnMove: boolean): boolean {
  const { selection, list } = store.cell.read()
  switch (shortcut.kind) {
    case 'move':
      store.selection.move(shortcut.by, { open: opensOnMove })
      return true
    case 'close-detail':
      if (!selection.isOpen) return false
      store.selection.closeDetail()
      return true
    case 'mark-as-read': {
      const row = list.rows.find(({ rowId }) => rowId === selection.rowId)
      if (row === undefined || row.readAt !== null) return false
      store.run('markAsRead', { rowIds: [row.rowId] })
      return true
    }
  }
}

function toKeyPress(event: KeyboardEvent): KeyPress {
  const target = event.target instanceof Element ? event.target : null
  const takesKeys = target?.closest('input, textarea, select, [contenteditable="true"]') != null
  const isInList = target?.closest('.list-scroller') != null
  return {
    key: event.key,
    hasModifier: event.ctrlKey || event.altKey || event.metaKey,
    focus: takesKeys ? 'control' : isInList ? 'list' : 'elsewhere',
  }
}
