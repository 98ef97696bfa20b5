/** Follows all that decides whether somebody looks at the list: the page, its width, the store. */
import type { ContractClient, Transport } from '../../contract/client.ts'
import { wideQuery } from '../layout/wide-query.ts'
import type { StateCell } from '../store/state-cell.ts'
import type { WindowState } from '../store/window-state.ts'
import { isWatching } from './is-watching.ts'
import { createWatchingReporter } from './watching-reporter.ts'

type Deps = {
  readonly client: Pick<ContractClient, 'call'>
  readonly watchHost: Transport['watchHost']
  readonly cell: StateCell<WindowState>
}

/** @returns its own end */
export function watchPage({ client, watchHost, cell }: Deps): () => void {
  const width = matchMedia(wideQuery)
  const readPage = () => ({
    hasFocus: document.hasFocus(),
    isVisible: document.visibilityState === 'visible',
    isWide: width.matches,
  })
  const reporter = createWatchingReporter({
    ...{ client, watchHost },
    isWatching: () => isWatching(readPage(), cell.read()),
  })
  const ending = new AbortController()
  const { signal } = ending
  window.addEventListener('focus', reporter.look, { signal })
  window.addEventListener('blur', reporter.look, { signal })
  document.addEventListener('visibilitychange', reporter.look, { signal })
  width.addEventListener('change', reporter.look, { signal })
  const unsubscribe = cell.subscribe(reporter.look)
  reporter.look()
  return () => {
    ending.abort()
    unsubscribe()
    reporter.dispose()
  }
}
