/** Which key does what. Pure; listening is `use-shortcuts.ts`. */

export type Shortcut =
  | { readonly kind: 'move'; readonly by: number }
  | { readonly kind: 'mark-as-read' | 'snooze' | 'pin' | 'delete' | 'undo' | 'search' }
  | { readonly kind: 'close-detail' }

export type KeyPress = {
  readonly key: string
  /** Ctrl, Alt or Meta is held. */
  readonly hasModifier: boolean
  /** Where the focus is: in the list, in something that takes keys itself, or elsewhere. */
  readonly focus: 'list' | 'control' | 'elsewhere'
}

/** @returns null when the key is not ours to take */
export function shortcutFor({ key, hasModifier, focus }: KeyPress): Shortcut | null {
  if (hasModifier) return null
  if (key === 'Escape') return { kind: 'close-detail' }
  if (focus === 'control') return null
  if (focus === 'list') {
    const move = moves.get(key)
    if (move !== undefined) return { kind: 'move', by: move }
  }
  return letters.get(key) ?? null
}

const moves: ReadonlyMap<string, number> = new Map([
  ['ArrowDown', 1],
  ['ArrowUp', -1],
  ['Home', Number.NEGATIVE_INFINITY],
  ['End', Number.POSITIVE_INFINITY],
])

const letters: ReadonlyMap<string, Shortcut> = new Map<string, Shortcut>([
  ['j', { kind: 'move', by: 1 }],
  ['k', { kind: 'move', by: -1 }],
  ['e', { kind: 'mark-as-read' }],
  ['s', { kind: 'snooze' }],
  ['p', { kind: 'pin' }],
  ['#', { kind: 'delete' }],
  ['Delete', { kind: 'delete' }],
  ['z', { kind: 'undo' }],
  ['/', { kind: 'search' }],
])
