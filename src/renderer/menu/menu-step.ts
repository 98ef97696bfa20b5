/** Which item of a menu a key goes to (ARIA menu pattern). Pure. */

/**
 * @param from the item that has the focus; -1 for none
 * @param words what people read on each item
 * @returns null when the key is none of a menu's
 */
export function menuStep(key: string, from: number, words: readonly string[]): number | null {
  const count = words.length
  if (count === 0) return null
  switch (key) {
    case 'ArrowDown':
      return (from + 1) % count
    case 'ArrowUp':
      return from <= 0 ? count - 1 : from - 1
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return key.length === 1 && key !== ' ' ? byLetter(key, from, words) : null
  }
}

/** The next one that begins so, from the top again after the last. */
function byLetter(letter: string, from: number, words: readonly string[]): number | null {
  const wanted = letter.toLowerCase()
  for (let step = 1; step <= words.length; step += 1) {
    const index = (from + step) % words.length
    if (words[index]?.toLowerCase().startsWith(wanted) === true) return index
  }
  return null
}
