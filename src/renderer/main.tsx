/** Entry of the window: composes, and nothing else. */
// The theme first: what a component says of itself comes after it, and wins.
import './theme/tokens.css'
import './theme/base.css'
import './theme/controls.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { createContractClient } from '../contract/client.ts'
import { App } from './app.tsx'
import { followTouch } from './place/follow-touch.ts'
import { openFromOutside } from './place/open-from-outside.ts'
import { onPageFrame } from './store/state-cell.ts'
import { StoreContext } from './store/store-context.tsx'
import { createWindowStore } from './store/window-store.ts'
import { createTimerSchedule } from './time/schedule.ts'
import { createPageTicker } from './time/ticker.ts'
import { TickerContext } from './time/ticker-context.tsx'
import { createPageToaster, showPageToast } from './toasts/page-toaster.ts'
import { createPageTransport } from './transport/page-transport.ts'
import { createKeptText } from './view-state/kept-text.ts'
import { readViewState } from './view-state/view-state.ts'
import { createViewStateKeeper, keepOfPage } from './view-state/view-state-keeper.ts'
import { watchPage } from './watching/watch-page.ts'

const reportProblem = (problem: string): void => reportError(new Error(problem))
const schedule = createTimerSchedule()
const transport = createPageTransport(schedule, reportProblem)
const client = createContractClient(transport, reportProblem)
const watchHost = transport.watchHost?.bind(transport)
const now = (): number => Date.now()
const kept = createKeptText('tocsin.view', [() => sessionStorage, () => localStorage])
const store = createWindowStore({
  ...{ client, watchHost, now, schedule, lastView: readViewState(kept.read(), now()) },
  onNextFrame: onPageFrame,
  // Two windows on one engine must not drop each other's searches.
  slot: `window-${crypto.getRandomValues(new Uint32Array(2)).join('-')}`,
  reportProblem,
})
const { cell, listAnchor } = store
const focusPage = (): void => window.focus()
openFromOutside({ client, store, focusPage, isTouched: followTouch() })
createPageToaster({ client, show: showPageToast, focusPage })
watchPage({ client, watchHost, cell })
keepOfPage(createViewStateKeeper({ cell, listAnchor, kept, now, schedule }))

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no element with the id "root".')
createRoot(root).render(
  <StrictMode>
    <StoreContext value={store}>
      <TickerContext value={createPageTicker(schedule)}>
        <App />
      </TickerContext>
    </StoreContext>
  </StrictMode>,
)
