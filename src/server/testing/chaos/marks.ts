/** Marks: texts that end a run. Whoever has stored them has stored all that was published before. */

export type Marks = {
  isMark(text: string): boolean
  /** These texts are stored. */
  reach(texts: readonly string[]): void
  wait(text: string): Promise<void>
}

const prefix = 'mark '
export const markText = (name: string): string => `${prefix}${name}`

export function createMarks(): Marks {
  const reached = new Set<string>()
  const waiting = new Map<string, PromiseWithResolvers<void>>()
  return {
    isMark: (text) => text.startsWith(prefix),
    reach(texts) {
      for (const text of texts) {
        if (!text.startsWith(prefix)) continue
        reached.add(text)
        waiting.get(text)?.resolve()
        waiting.delete(text)
      }
    },
    wait(text) {
      if (reached.has(text)) return Promise.resolve()
      const waited = waiting.get(text) ?? Promise.withResolvers<void>()
      waiting.set(text, waited)
      return waited.promise
    },
  }
}
