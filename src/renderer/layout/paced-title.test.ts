import { expect, test } from 'vitest'
import { createManualSchedule } from '../time/manual-schedule.ts'
import { createPacedTitle } from './paced-title.ts'

function paced() {
  const shown: string[] = []
  const clock = createManualSchedule()
  const title = createPacedTitle({
    show: (each) => shown.push(each),
    schedule: clock.schedule,
    everyMs: 1_000,
  })
  return { shown, clock, title }
}

test('a title is shown at once', () => {
  const { shown, title } = paced()
  title.set('(1)')
  expect(shown).toEqual(['(1)'])
})

test('of many the first and the last are shown, the last when its time has come', () => {
  const { shown, clock, title } = paced()
  for (let count = 1; count <= 50; count++) title.set(`(${count})`)
  clock.advance(999)
  expect(shown).toEqual(['(1)'])
  clock.advance(1)
  expect(shown).toEqual(['(1)', '(50)'])
})

test('after a rest a title is shown at once again', () => {
  const { shown, clock, title } = paced()
  title.set('(1)')
  clock.advance(1_000)
  expect(clock.waitingCount()).toBe(0)
  title.set('(2)')
  expect(shown).toEqual(['(1)', '(2)'])
})

test('nothing is left behind', () => {
  const { clock, title } = paced()
  title.set('(1)')
  title.dispose()
  expect(clock.waitingCount()).toBe(0)
})
