import { expect, it } from 'vitest'
import { createManualClock } from '../clock/manual-clock.ts'
import type { AnyEvent } from '../contract/events.ts'
import { createWantedTarget, wantedForMs } from '../host/wanted-target.ts'
import { createOpenedPages } from './opened-pages.ts'

const target = { kind: 'notification', rowId: 7 } as const
const event = { name: 'notificationOpened', data: { rowId: 7 } }

function setUp({ canOpen = true }: { readonly canOpen?: boolean } = {}) {
  const clock = createManualClock()
  const sent: AnyEvent[] = []
  const state = { pageCount: 0, openings: 0 }
  const openBrowser = (): void => {
    state.openings += 1
  }
  const pages = createOpenedPages({
    wanted: createWantedTarget(clock, (sending) => sent.push(sending)),
    pageCount: () => state.pageCount,
    openBrowser: canOpen ? openBrowser : null,
  })
  return { clock, sent, state, pages }
}

it('an open page is told at once, and no browser is opened', () => {
  const { sent, state, pages } = setUp()
  state.pageCount = 1
  pages.open(target)
  pages.pageListens()
  expect([sent, state.openings]).toEqual([[event], 0])
})

it('without one the browser is opened, and its page told once it listens', () => {
  const { sent, state, pages } = setUp()
  pages.open(target)
  expect([sent, state.openings]).toEqual([[], 1])
  pages.pageListens()
  pages.pageListens()
  expect(sent).toEqual([event])
})

it('where no browser can be opened, a page that the user opens at once is told, and no later one', () => {
  const { clock, sent, pages } = setUp({ canOpen: false })
  pages.open(target)
  pages.pageListens()
  pages.open(target)
  clock.advance(wantedForMs + 1)
  pages.pageListens()
  expect(sent).toEqual([event])
})
