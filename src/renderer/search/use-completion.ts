/** The completions of the search box: which there are, which one is meant, and the keys that choose. */
import { type KeyboardEvent, type RefObject, useLayoutEffect, useRef, useState } from 'react'
import { useI18n } from '../i18n/i18n-context.tsx'
import { useStore } from '../store/store-context.tsx'
import { type Completion, type CompletionWord, complete, completionAt, type Edit } from './completion.ts'
import { completionKey } from './completion-key.ts'
import { commonCodes, completionWords } from './completion-words.ts'
import type { SearchDraft } from './use-search-draft.ts'

export type CompletionBox = {
  readonly completion: Completion | null
  /** Of `completion.items`; null where none is meant yet. */
  readonly activeIndex: number | null
  /** Something was written: it is searched for. */
  wrote(text: string, caret: number): void
  choose(item: CompletionWord): void
  close(): void
  /** @returns whether the key was for the completions */
  takesKey(event: KeyboardEvent): boolean
}

type Open = { readonly text: string; readonly completion: Completion; readonly activeIndex: number | null }

export function useCompletion(
  { draft, type, finish }: SearchDraft,
  box: RefObject<HTMLInputElement | null>,
): CompletionBox {
  const i18n = useI18n()
  const { cell } = useStore()
  const [open, setOpen] = useState<Open | null>(null)
  const placeCaret = useCaret(box, draft)
  // What stands in the box may have come from elsewhere since.
  const shown = open?.text === draft ? open : null

  function wrote(text: string, caret: number): void {
    const { engine, list } = cell.read()
    const words = completionWords(i18n, {
      nowMs: Date.now(),
      codes: commonCodes(list.rows),
      sourceUrl: engine?.source.url ?? '',
    })
    const completion = completionAt(text, caret, words)
    // A name may be a word that is searched for: then Enter and Tab must not make an operator of it.
    const activeIndex = completion?.kind === 'value' ? 0 : null
    setOpen(completion === null ? null : { text, completion, activeIndex })
    type(text, completion?.meanwhile)
  }

  function close(): void {
    setOpen(null)
    finish()
  }

  function choose(item: CompletionWord): void {
    if (shown === null) return
    const edit = complete(draft, shown.completion, item)
    placeCaret(edit)
    wrote(edit.text, edit.caret)
  }

  function takesKey({ key, shiftKey }: KeyboardEvent): boolean {
    if (shown === null) return false
    const { items } = shown.completion
    const meant = completionKey({ key, shiftKey }, shown.activeIndex, items.length)
    switch (meant?.kind) {
      case undefined:
        return false
      case 'let-go':
        close()
        return false
      case 'close':
        close()
        return true
      case 'move':
        setOpen({ ...shown, activeIndex: meant.activeIndex })
        return true
      case 'choose': {
        const item = items[meant.index]
        if (item !== undefined) choose(item)
        return true
      }
    }
  }

  return {
    completion: shown?.completion ?? null,
    activeIndex: shown?.activeIndex ?? null,
    ...{ wrote, choose, takesKey, close },
  }
}

/** React puts the caret at the end of a text that it sets: this puts it where it belongs once that text is there. */
function useCaret(box: RefObject<HTMLInputElement | null>, draft: string): (edit: Edit) => void {
  const wished = useRef<Edit | null>(null)
  useLayoutEffect(() => {
    const edit = wished.current
    if (edit === null || edit.text !== draft) return
    wished.current = null
    box.current?.setSelectionRange(edit.caret, edit.caret)
  }, [box, draft])
  return (edit) => {
    wished.current = edit
  }
}
