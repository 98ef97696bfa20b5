/** What came of the search: how much was found and what to do with it, or what in it is not understood. */

import { ExportButtons } from '../jobs/export-buttons.tsx'
import { useStore, useWindowState } from '../store/store-context.tsx'
import { displayText } from '../text/display-text.ts'
import { locale } from '../time/locale.ts'
import { problemParts } from './problem-parts.ts'
import { composeQuery, isSearching } from './search-query.ts'

export function SearchOutcome({ id }: { readonly id: string }) {
  const list = useWindowState((state) => state.list)
  const isFound = isSearching(list.search) && list.searchProblem === null && list.problem === null
  const found = list.rows.length + list.heldCount
  return (
    <div className="search-outcome">
      <div id={id} className="search-words" aria-live="polite">
        {list.searchProblem !== null && <Problem />}
        {isFound && foundWords(found, list.hasOlder)}
      </div>
      {isFound && found > 0 && <FoundActions query={composeQuery(list.search, list.filter)} />}
    </div>
  )
}

function foundWords(found: number, hasMore: boolean): string {
  if (found === 0) return 'Nothing found'
  return `${found.toLocaleString(locale)}${hasMore ? ' or more' : ''} found`
}

function Problem() {
  const search = useWindowState((state) => state.list.search)
  const problem = useWindowState((state) => state.list.searchProblem)
  if (problem === null) return null
  const { before, wrong, after } = problemParts(search, problem)
  return (
    <p className="field-problem">
      {displayText(problem.message)}{' '}
      {wrong !== '' && (
        <code className="search-wrong">
          {displayText(before)}
          <mark>{displayText(wrong)}</mark>
          {displayText(after)}
        </code>
      )}
    </p>
  )
}

function FoundActions({ query }: { readonly query: string }) {
  const store = useStore()
  return (
    <div className="search-actions">
      <ExportButtons
        what="these"
        onExport={(format) => store.run('exportNotifications', { query, format })}
      />
      <button type="button" className="link-button" onClick={() => store.run('deleteFound', { query })}>
        Delete these
      </button>
    </div>
  )
}
