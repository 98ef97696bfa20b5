/** Listens to the keyboard for the whole window. */
import { useLayoutEffect } from 'react'
import { allCommands } from '../commands/all-commands.ts'
import type { CommandPlace, WindowCommand } from '../commands/window-command.ts'
import { useStore } from '../store/store-context.tsx'
import type { WindowStore } from '../store/window-store.ts'
import { type Focus, type KeyPress, keyName } from './chord.ts'
import { findCommand } from './find-command.ts'
import { focusSearch } from './focus-search.ts'
import { createKeySequence } from './key-sequence.ts'

/** So long the second key of two may take. */
const secondKeyWithinMs = 1_500

/** @param hasRoom whether the detail has room beside the list, so that it may follow the selection */
export function useShortcuts(hasRoom: boolean): void {
  const store = useStore()
  // Before the window is seen: a key may be pressed at once.
  useLayoutEffect(() => {
    const listen = createListener(store, { hasRoom, focusSearch })
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [store, hasRoom])
}

function createListener(store: WindowStore, place: CommandPlace): (event: KeyboardEvent) => void {
  const sequence = createKeySequence(secondKeyWithinMs)
  return (event) => {
    if (isOthers(event)) return
    const state = store.cell.read()
    const name = keyName(toKeyPress(event), state.engine?.capabilities.platform === 'darwin')
    if (name === null) return
    const situation = { state, place, focus: focusOf(event.target) }
    const found = sequence
      .pressed(name, event.timeStamp)
      .map((pressed) => findCommand(allCommands, pressed, situation))
      .find((each) => each !== null)
    if (found === undefined) return
    event.preventDefault()
    if (found.kind === 'begun') sequence.begin(name, event.timeStamp)
    else if (!isForMenu(store, found.command)) found.command.run(store, place)
  }
}

/** Somebody has taken it already, or it is none yet. */
const isOthers = (event: KeyboardEvent): boolean =>
  event.defaultPrevented ||
  event.isComposing ||
  isModifier(event.key) ||
  document.querySelector('dialog[open]') !== null

const isModifier = (key: string): boolean => ['Shift', 'Control', 'Alt', 'Meta', 'AltGraph'].includes(key)

/**
 * The snooze menu was asked for and is about to open: what acts on a row would be meant for the menu. A `snooze` that
 * can no longer open, since its notification was read or is gone, stands in nobody's way.
 */
function isForMenu(store: WindowStore, { group }: WindowCommand): boolean {
  if (group !== 'notification') return false
  const { detail, place } = store.cell.read()
  if (place.snoozeMenuFor === null || detail.kind === 'none' || detail.kind === 'failed') return false
  const isRead = detail.kind === 'shown' && detail.notification.readAt !== null
  return detail.rowId === place.snoozeMenuFor && !isRead
}

/** A check box takes the space bar, and no letters. */
const fields =
  'input:not([type="checkbox"], [type="radio"], [type="range"]), textarea, select, [contenteditable="true"], [role="menu"]'

function focusOf(target: EventTarget | null): Focus {
  if (!(target instanceof Element) || target === document.body) return 'list'
  if (target.closest(fields) !== null) return 'field'
  const isInList = target.closest('.list-scroller') !== null
  if (target.closest('button, a, summary') !== null) return isInList ? 'row-button' : 'button'
  return isInList ? 'list' : 'elsewhere'
}

const toKeyPress = (event: KeyboardEvent): KeyPress => ({
  ...{ key: event.key, code: event.code, hasShift: event.shiftKey },
  ...{ hasControl: event.ctrlKey, hasMeta: event.metaKey, hasAlt: event.altKey },
  hasAltGraph: event.getModifierState('AltGraph'),
})
