/** What came of the search: how much was found and what to do with it, or what in it is not understood. */

import type { FoundCount } from '../../contract/search.ts'
import type { I18n } from '../../i18n/create-i18n.ts'
import { useI18n } from '../i18n/i18n-context.tsx'
import { ExportButtons } from '../jobs/export-buttons.tsx'
import { useStore, useWindowState } from '../store/store-context.tsx'
import { displayText } from '../text/display-text.ts'
import { foundSoFar } from './found-so-far.ts'
import { problemParts } from './problem-parts.ts'
import { SaveSearch } from './save-search.tsx'
import { composeQuery, isSearching } from './search-query.ts'

type Props = {
  readonly id: string
  /** Null while it is not known. */
  readonly count: FoundCount
}

export function SearchOutcome({ id, count }: Props) {
  const i18n = useI18n()
  const list = useWindowState((state) => state.list)
  const isFound = isSearching(list.search) && list.searchProblem === null && list.problem === null
  const { found, hasMore } = foundSoFar(list, count)
  return (
    <div className="search-outcome" data-empty={!isFound && list.searchProblem === null}>
      <div id={id} className="search-words" aria-live="polite">
        {list.searchProblem !== null && <Problem />}
        {isFound && foundWords(i18n, found, hasMore)}
      </div>
      {isFound && (
        <div className="search-actions">
          <SaveSearch />
          {found > 0 && <FoundActions query={composeQuery(list.search, list.filter)} />}
        </div>
      )}
    </div>
  )
}

function foundWords({ t }: I18n, count: number, hasMore: boolean): string {
  if (count === 0) return t('search.found.none')
  return t(hasMore ? 'search.found.more' : 'search.found', { count })
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
  const { t } = useI18n()
  const store = useStore()
  return (
    <>
      <ExportButtons
        what="these"
        onExport={(format) => store.run('exportNotifications', { query, format })}
      />
      <button type="button" className="link-button" onClick={() => store.run('deleteFound', { query })}>
        {t('search.delete-found')}
      </button>
    </>
  )
}
