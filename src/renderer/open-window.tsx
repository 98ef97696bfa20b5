/** Opens the window: composes, and nothing else. */
// The theme first: what a component says of itself comes after it, and wins.
import './theme/tokens.css'
import './theme/base.css'
import './theme/controls.css'
import { StrictMode } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { createContractClient } from '../contract/client.ts'
import { loadCatalogue } from '../i18n/load-catalogue.ts'
import { App } from './app.tsx'
import { firstLanguage } from './i18n/first-language.ts'
import { I18nProvider } from './i18n/i18n-context.tsx'
import { createLanguageCell } from './i18n/language-cell.ts'
import { laterParts } from './later/later-parts.ts'
import { loadWhenIdle, whenIdle } from './later/load-when-idle.ts'
import { followTouch } from './place/follow-touch.ts'
import { openFromOutside } from './place/open-from-outside.ts'
import { onPageFrame } from './store/state-cell.ts'
import { StoreContext } from './store/store-context.tsx'
import { createWindowStore } from './store/window-store.ts'
import type { Schedule } from './time/schedule.ts'
import { createPageTicker } from './time/ticker.ts'
import { TickerContext } from './time/ticker-context.tsx'
import { createPageToaster, showPageToast } from './toasts/page-toaster.ts'
import type { EarlyTransport } from './transport/early-transport.ts'
import { createKeptText } from './view-state/kept-text.ts'
import { readViewState } from './view-state/view-state.ts'
import { createViewStateKeeper, keepOfPage } from './view-state/view-state-keeper.ts'
import { watchPage } from './watching/watch-page.ts'

type Deps = {
  readonly transport: EarlyTransport
  readonly schedule: Schedule
  readonly reportProblem: (problem: string) => void
}

/** After so long there is time for what comes later. */
const laterMs = 1_000
/** A window without its list is shown after so long. */
const answerWaitMs = 100

export async function openWindow({ transport, schedule, reportProblem }: Deps): Promise<void> {
  const client = createContractClient(transport, reportProblem)
  const { watchHost } = transport
  const now = (): number => Date.now()
  const kept = createKeptText('tocsin.view', [() => sessionStorage, () => localStorage])
  const languages = createLanguageCell({ preferred: navigator.languages, load: loadCatalogue, reportProblem })
  const keptLanguage = createKeptText('tocsin.language', [() => localStorage])
  const store = createWindowStore({
    ...{ client, watchHost, now, schedule, lastView: readViewState(kept.read(), now()) },
    i18n: languages.read,
    onNextFrame: onPageFrame,
    // Two windows on one engine must not drop each other's searches.
    slot: `window-${crypto.getRandomValues(new Uint32Array(2)).join('-')}`,
    reportProblem,
  })
  const { cell, listAnchor } = store
  const focusPage = (): void => window.focus()
  openFromOutside({ client, store, focusPage, isTouched: followTouch() })
  createPageToaster({ client, show: showPageToast, focusPage, i18n: languages.read })
  watchPage({ client, watchHost, cell })
  keepOfPage(createViewStateKeeper({ cell, listAnchor, kept, now, schedule }))

  await parsed()
  const root = document.getElementById('root')
  if (root === null) throw new Error('index.html has no element with the id "root".')
  transport.release()
  const answer = Promise.race([transport.answered, after(schedule, answerWaitMs)])
  const language = firstLanguage(keptLanguage.read())
  await Promise.all([answer, languages.choose(language)])
  // The store has taken the snapshot, if it has come: what is shown first is already the list.
  await after(schedule, 0)
  cell.publish()
  const page = (
    <StrictMode>
      <StoreContext value={store}>
        <TickerContext value={createPageTicker(schedule)}>
          <I18nProvider cell={languages} keep={keptLanguage.write} isFixed={language === 'ar-XB'}>
            <App />
          </I18nProvider>
        </TickerContext>
      </StoreContext>
    </StrictMode>
  )
  // In slices it would take longer, and show nothing in between.
  flushSync(() => createRoot(root).render(page))
  // Not while what follows the first view is at work.
  schedule(() => loadWhenIdle(laterParts, { whenIdle, reportProblem }), laterMs)
}

const after = (schedule: Schedule, delayMs: number): Promise<void> =>
  new Promise((resolve) => schedule(resolve, delayMs))

/** The entry waits for nothing, so this code may be here before all of the page is. */
const parsed = (): Promise<unknown> =>
  document.readyState === 'loading'
    ? new Promise((resolve) => document.addEventListener('DOMContentLoaded', resolve, { once: true }))
    : Promise.resolve()
