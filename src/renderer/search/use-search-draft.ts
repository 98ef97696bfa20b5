/**
 * What is typed stands in the box at once; the store tells of it a frame later. An operator without its value is kept
 * back: it would be no search yet, and a complaint about it would come too early.
 */
import { useEffect, useState } from 'react'
import { useStore, useWindowState } from '../store/store-context.tsx'

export type SearchDraft = {
  readonly draft: string
  /** @param meanwhile what to search for instead, for as long as the text is unfinished; null where it is not */
  readonly type: (text: string, meanwhile?: string | null) => void
  /** The text is all there will be: it is searched for as it stands. */
  readonly finish: () => void
}

type Unfinished = { readonly text: string; readonly sought: string }

export function useSearchDraft(): SearchDraft {
  const store = useStore()
  const search = useWindowState(({ list }) => list.search)
  const [draft, setDraft] = useState(search)
  const [unfinished, setUnfinished] = useState<Unfinished | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: told of each text; the newest counts, or letters get lost.
  useEffect(() => setDraft(store.cell.read().list.search), [store, search])
  // Something else may be searched for by now, from elsewhere.
  const kept = unfinished?.sought === draft ? unfinished : null
  const type: SearchDraft['type'] = (text, meanwhile = null) => {
    const sought = meanwhile ?? text
    setDraft(sought)
    setUnfinished(meanwhile === null ? null : { text, sought })
    store.list.setSearch(sought)
  }
  return {
    draft: kept?.text ?? draft,
    type,
    finish() {
      if (kept !== null) type(kept.text)
    },
  }
}
