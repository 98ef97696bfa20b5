/** A text while it is being typed: applied when it is left or Enter is pressed. A refused one stays, to be mended. */
import { type ChangeEvent, type KeyboardEvent, useState } from 'react'

type Draft = {
  readonly value: string
  readonly onChange: (event: ChangeEvent<HTMLInputElement>) => void
  readonly onBlur: () => void
  readonly onKeyDown: (event: KeyboardEvent) => void
}

/**
 * @param stored shown while nothing is typed
 * @param apply told the text without the spaces around it; answers whether it was accepted
 * @returns what an input needs
 */
export function useDraft(stored: string, apply: (text: string) => Promise<boolean>): Draft {
  const [draft, setDraft] = useState<string | null>(null)
  const settle = async (): Promise<void> => {
    if (draft === null) return
    const text = draft.trim()
    // What is typed while the answer is on its way is another draft.
    if (text === stored || (await apply(text))) setDraft((now) => (now === draft ? null : now))
  }
  return {
    value: draft ?? stored,
    onChange: (event) => setDraft(event.currentTarget.value),
    onBlur: () => void settle(),
    onKeyDown(event) {
      if (event.key === 'Enter') void settle()
    },
  }
}
