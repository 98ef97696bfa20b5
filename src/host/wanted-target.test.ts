import { expect, it } from 'vitest'
import { createManualClock } from '../clock/manual-clock.ts'
import type { AnyEvent } from '../contract/events.ts'
import { createWantedTarget, wantedForMs } from './wanted-target.ts'

function setUp() {
  const clock = createManualClock()
  const sent: AnyEvent[] = []
  return { clock, sent, wanted: createWantedTarget(clock, (event) => sent.push(event)) }
}

it.each([
  [{ kind: 'notification', rowId: 7 } as const, { name: 'notificationOpened', data: { rowId: 7 } }],
  [{ kind: 'search', query: 'disk' } as const, { name: 'searchOpened', data: { query: 'disk' } }],
  ['settings' as const, { name: 'settingsOpened', data: {} }],
])('%j is told once, as %j', (target, event) => {
  const { sent, wanted } = setUp()
  wanted.want(target)
  expect(sent).toEqual([])
  wanted.tell()
  wanted.tell()
  expect(sent).toEqual([event])
})

it('of several the last is told', () => {
  const { sent, wanted } = setUp()
  wanted.want({ kind: 'notification', rowId: 1 })
  wanted.want({ kind: 'notification', rowId: 2 })
  wanted.tell()
  expect(sent).toEqual([{ name: 'notificationOpened', data: { rowId: 2 } }])
})

it('what nobody could be told of for a minute is forgotten', () => {
  const { clock, sent, wanted } = setUp()
  wanted.want('settings')
  clock.advance(wantedForMs)
  wanted.tell()
  wanted.want('settings')
  clock.advance(wantedForMs + 1)
  wanted.tell()
  expect(sent).toHaveLength(1)
})
