/** Remembers the first key of a chord of two, for as long as the second may take. */

export type KeySequence = {
  /** @returns what the key may stand for: the second of a chord first, then itself. The first is forgotten */
  pressed(key: string, atMs: number): readonly string[]
  /** This key is the first of two. */
  begin(key: string, atMs: number): void
}

export function createKeySequence(withinMs: number): KeySequence {
  let begun: { readonly key: string; readonly untilMs: number } | null = null
  return {
    pressed(key, atMs) {
      const first = begun !== null && atMs <= begun.untilMs ? begun.key : null
      begun = null
      return first === null ? [key] : [`${first} ${key}`, key]
    },
    begin(key, atMs) {
      begun = { key, untilMs: atMs + withinMs }
    },
  }
}
