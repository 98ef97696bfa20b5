import { expect, test } from 'vitest'
import { createManualSchedule } from '../time/manual-schedule.ts'
import { createFreshReader, type Fresh } from './fresh-reader.ts'

const pace = { gapMs: 3_000, maxAgeMs: 20_000 }

function readerUnderTest() {
  const clock = createManualSchedule()
  const asked: PromiseWithResolvers<string>[] = []
  let shown: Fresh<string> = { value: null, problem: null }
  const reader = createFreshReader<string>({
    ask() {
      const answer = Promise.withResolvers<string>()
      asked.push(answer)
      return answer.promise
    },
    show: (next) => {
      shown = next(shown)
    },
    ...{ pace, now: clock.now, schedule: clock.schedule },
  })
  return {
    ...{ clock, reader, asked, shown: () => shown },
    async answer(value: string) {
      asked.at(-1)?.resolve(value)
      await Promise.resolve()
    },
    async fail(problem: string) {
      asked.at(-1)?.reject(new Error(problem))
      await Promise.resolve()
    },
  }
}

test('out of sight nothing is asked for, in sight at once', async () => {
  const { clock, reader, asked, answer, shown } = readerUnderTest()
  reader.noteChange()
  clock.advance(60_000)
  expect(asked).toHaveLength(0)
  reader.setInSight(true)
  expect(asked).toHaveLength(1)
  await answer('one')
  expect(shown()).toEqual({ value: 'one', problem: null })
})

test('changes are read together, no closer than the gap', async () => {
  const { clock, reader, asked, answer } = readerUnderTest()
  reader.setInSight(true)
  reader.noteChange()
  await answer('one')
  reader.noteChange()
  clock.advance(2_999)
  expect(asked).toHaveLength(1)
  clock.advance(1)
  expect(asked).toHaveLength(2)
})

test('time alone makes figures old', async () => {
  const { clock, reader, asked, answer } = readerUnderTest()
  reader.setInSight(true)
  await answer('one')
  clock.advance(19_999)
  expect(asked).toHaveLength(1)
  clock.advance(1)
  expect(asked).toHaveLength(2)
})

test('out of sight it rests, and what is fresh enough is not read again', async () => {
  const { clock, reader, asked, answer } = readerUnderTest()
  reader.setInSight(true)
  await answer('one')
  reader.setInSight(false)
  expect(clock.waitingCount()).toBe(0)
  clock.advance(1_000)
  reader.setInSight(true)
  expect(asked).toHaveLength(1)
  reader.setInSight(false)
  clock.advance(60_000)
  reader.setInSight(true)
  expect(asked).toHaveLength(2)
})

test('a failure keeps the value, says why, and can be tried again at once', async () => {
  const { reader, asked, answer, fail, shown, clock } = readerUnderTest()
  reader.setInSight(true)
  await answer('one')
  clock.advance(20_000)
  await fail('It is gone.')
  expect(shown()).toEqual({ value: 'one', problem: 'It is gone.' })
  reader.readNow()
  expect(asked).toHaveLength(3)
  await answer('two')
  expect(shown()).toEqual({ value: 'two', problem: null })
})

test('after its end nothing is shown and nothing waits', async () => {
  const { clock, reader, answer, shown } = readerUnderTest()
  reader.setInSight(true)
  reader.dispose()
  await answer('late')
  expect(shown().value).toBeNull()
  expect(clock.waitingCount()).toBe(0)
})

test('one reading at a time, however long it takes', async () => {
  const { clock, reader, asked, answer } = readerUnderTest()
  reader.setInSight(true)
  clock.advance(60_000)
  reader.noteChange()
  reader.readNow()
  expect(asked).toHaveLength(1)
  await answer('one')
  expect(asked).toHaveLength(2)
})
