import { expect, test } from 'vitest'
import { createStateCell } from '../store/state-cell.ts'
import { initialState, type WindowState } from '../store/window-state.ts'
import { createManualSchedule } from '../time/manual-schedule.ts'
import { createKeptText } from './kept-text.ts'
import { createViewStateKeeper } from './view-state-keeper.ts'

function keeperUnderTest() {
  const clock = createManualSchedule()
  const cell = createStateCell<WindowState>(initialState, (run) => run())
  const written: string[] = []
  const kept = { read: () => null, write: (text: string) => void written.push(text) }
  const listAnchor = { read: () => null }
  const keeper = createViewStateKeeper({
    ...{ cell, kept, listAnchor, now: clock.now, schedule: clock.schedule },
  })
  const search = (text: string): void =>
    cell.update((state) => ({ ...state, list: { ...state.list, search: text } }))
  return { clock, written, keeper, search }
}

test('many changes in a second are written once, with the last of them', () => {
  const { clock, written, search } = keeperUnderTest()
  for (const text of ['d', 'di', 'dis', 'disk']) search(text)
  expect(written).toEqual([])
  clock.advance(1_000)
  expect(written).toHaveLength(1)
  expect(JSON.parse(written[0] ?? '')).toMatchObject({ search: 'disk' })
})

test('who goes on changing is written once a second', () => {
  const { clock, written, search } = keeperUnderTest()
  for (let tenth = 0; tenth < 30; tenth += 1) {
    search(`text ${tenth}`)
    clock.advance(100)
  }
  expect(written.length).toBeGreaterThanOrEqual(2)
  expect(written.length).toBeLessThanOrEqual(3)
})

test('what changes nothing that is kept is not written', () => {
  const { clock, written, keeper, search } = keeperUnderTest()
  search('disk')
  clock.advance(1_000)
  keeper.note()
  clock.advance(10_000)
  expect(written).toHaveLength(1)
})

test('a page that goes writes at once, and with its own time', () => {
  const { clock, written, keeper, search } = keeperUnderTest()
  search('disk')
  clock.advance(60_000)
  keeper.writeNow()
  expect(written).toHaveLength(2)
  expect(JSON.parse(written[1] ?? '')).toMatchObject({ savedAt: clock.now() })
})

test('its end leaves no timer', () => {
  const { clock, keeper, search } = keeperUnderTest()
  search('disk')
  keeper.dispose()
  search('other')
  expect(clock.waitingCount()).toBe(0)
})

test('a text is kept in what there is, and read from the page’s own first', () => {
  const own = new Map<string, string>()
  const shared = new Map<string, string>()
  const storage = (of: Map<string, string>) => () =>
    ({
      getItem: (key: string) => of.get(key) ?? null,
      setItem: (key: string, text: string) => void of.set(key, text),
    }) as Storage // the two that are used of it
  const forbidden = (): Storage => {
    throw new Error('SecurityError')
  }
  const kept = createKeptText('k', [storage(own), forbidden, storage(shared)])
  expect(kept.read()).toBeNull()
  kept.write('one')
  shared.set('k', 'of another window')
  expect(kept.read()).toBe('one')
  own.clear()
  expect(kept.read()).toBe('of another window')
})
