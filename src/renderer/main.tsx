/** Entry of the window: composes, and nothing else. */
// The theme first: what a component says of itself comes after it, and wins.
import './theme/tokens.css'
import './theme/base.css'
import './theme/controls.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { createContractClient } from '../contract/client.ts'
import { App } from './app.tsx'
import { createSelectionOpener } from './list/selection-opener.ts'
import { onPageFrame } from './store/state-cell.ts'
import { StoreContext } from './store/store-context.tsx'
import { createWindowStore } from './store/window-store.ts'
import { createTimerSchedule } from './time/schedule.ts'
import { createPageTicker } from './time/ticker.ts'
import { TickerContext } from './time/ticker-context.tsx'
import { createPageToaster, showPageToast } from './toasts/page-toaster.ts'
import { createPageTransport } from './transport/page-transport.ts'

const reportProblem = (problem: string): void => reportError(new Error(problem))
const schedule = createTimerSchedule()
const transport = createPageTransport(schedule, reportProblem)
const client = createContractClient(transport, reportProblem)
const store = createWindowStore({
  client,
  watchHost: transport.watchHost?.bind(transport),
  now: () => Date.now(),
  schedule,
  onNextFrame: onPageFrame,
  // Two windows on one engine must not drop each other's searches.
  slot: `window-${crypto.getRandomValues(new Uint32Array(2)).join('-')}`,
  reportProblem,
})
const open = createSelectionOpener(store)
client.on('notificationOpened', ({ rowId }) => open(rowId))
createPageToaster({ client, show: showPageToast, open })

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
