/** What a key does while completions are shown. Pure. */

export type CompletionKey =
  | { readonly kind: 'move'; readonly activeIndex: number }
  | { readonly kind: 'choose'; readonly index: number }
  | { readonly kind: 'close' }
  /** They close, and the key does what it does in any box. */
  | { readonly kind: 'let-go' }

/** Of the caret: what was proposed for a word is no more when it leaves it. */
const caretKeys: ReadonlySet<string> = new Set(['ArrowLeft', 'ArrowRight', 'Home', 'End'])

/**
 * @param activeIndex null while none is meant
 * @param count at least 1
 * @returns null for a key that is none of theirs
 */
export function completionKey(
  { key, shiftKey }: { readonly key: string; readonly shiftKey: boolean },
  activeIndex: number | null,
  count: number,
): CompletionKey | null {
  if (key === 'Escape') return { kind: 'close' }
  // Over the ends it goes on at the other.
  if (key === 'ArrowDown') return { kind: 'move', activeIndex: ((activeIndex ?? -1) + 1) % count }
  if (key === 'ArrowUp') return { kind: 'move', activeIndex: ((activeIndex ?? count) - 1 + count) % count }
  if (caretKeys.has(key)) return { kind: 'let-go' }
  const isChoosing = key === 'Enter' || (key === 'Tab' && !shiftKey)
  return isChoosing && activeIndex !== null ? { kind: 'choose', index: activeIndex } : null
}
