/** Listens to the keyboard for the whole window. */
import { useEffect } from 'react'
import type { NotificationRow } from '../../contract/notification-row.ts'
import { useStore } from '../store/store-context.tsx'
import type { WindowStore } from '../store/window-store.ts'
import { type KeyPress, type Shortcut, shortcutFor } from './shortcut.ts'

/** @param hasRoom whether the detail has room beside the list, so that it may follow the selection */
export function useShortcuts(hasRoom: boolean): void {
  const store = useStore()
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || document.querySelector('dialog[open]') !== null) return
      const shortcut = shortcutFor(toKeyPress(event))
      if (shortcut === null || !run(store, shortcut, hasRoom)) return
      event.preventDefault()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [store, hasRoom])
}

/**
 * The snooze menu was asked for and is about to open: what acts on a row would be meant for the menu. A `snooze` that
 * can no longer open, since its notification was read or is gone, stands in nobody's way.
 */
function isMenuComing(store: WindowStore): boolean {
  const { detail, place } = store.cell.read()
  if (place.snoozeMenuFor === null || detail.kind === 'none' || detail.kind === 'failed') return false
  const isRead = detail.kind === 'shown' && detail.notification.readAt !== null
  return detail.rowId === place.snoozeMenuFor && !isRead
}

/** @returns whether there was something to do */
function run(store: WindowStore, shortcut: Shortcut, hasRoom: boolean): boolean {
  switch (shortcut.kind) {
    case 'move':
      store.selection.move(shortcut.by, { open: hasRoom })
      return true
    case 'close-detail':
      if (!store.cell.read().selection.isOpen) return false
      store.selection.closeDetail()
      return true
    case 'search':
      return focusSearch()
    case 'undo':
      return store.rows.undo()
    case 'mark-as-read':
    case 'snooze':
    case 'pin':
    case 'delete': {
      if (isMenuComing(store)) return true
      const row = selectedRow(store)
      return row !== null && runOnRow(store, shortcut.kind, row, hasRoom)
    }
  }
}

type RowShortcut = 'mark-as-read' | 'snooze' | 'pin' | 'delete'

function runOnRow(store: WindowStore, kind: RowShortcut, row: NotificationRow, hasRoom: boolean): boolean {
  const { rowId, readAt, pinnedAt } = row
  if (kind === 'pin') store.rows.setPinned(rowId, pinnedAt === null)
  else if (kind === 'delete') store.rows.remove(rowId, { keepOpen: hasRoom })
  else if (readAt !== null) return false
  else if (kind === 'snooze') snoozeMenu(store, rowId)
  else store.run('markAsRead', { rowIds: [rowId] })
  return true
}

/** The menu stands in the detail. */
function snoozeMenu(store: WindowStore, rowId: number): void {
  store.selection.select(rowId, { open: true, reveal: false })
  store.place.wantSnoozeMenu(rowId)
}

/** The row the reader stands on: in the list, or open though the list does not show it. */
function selectedRow(store: WindowStore): NotificationRow | null {
  const { selection, list, detail } = store.cell.read()
  const row = list.rows.find(({ rowId }) => rowId === selection.rowId)
  if (row !== undefined) return row
  return detail.kind === 'shown' && detail.rowId === selection.rowId ? detail.notification : null
}

/** @returns false where the box is not there, or out of reach behind an open sheet */
function focusSearch(): boolean {
  const box = document.querySelector<HTMLInputElement>('.search-input')
  box?.focus()
  if (box === null || document.activeElement !== box) return false
  box.select()
  return true
}

function toKeyPress(event: KeyboardEvent): KeyPress {
  const target = event.target instanceof Element ? event.target : null
  const takesKeys =
    target?.closest('input, textarea, select, [contenteditable="true"], [role="menu"]') != null
  const isInList = target?.closest('.list-scroller') != null
  return {
    key: event.key,
    hasModifier: event.ctrlKey || event.altKey || event.metaKey,
    focus: takesKeys ? 'control' : isInList ? 'list' : 'elsewhere',
  }
}
