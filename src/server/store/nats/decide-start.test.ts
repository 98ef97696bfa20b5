import { expect, test } from 'vitest'
import { decideStart, type LogState } from './decide-start.ts'

const position = { log: 'L', sequence: 50, mark: 'm50' }
const state: LogState = { log: 'L', firstSequence: 10, lastSequence: 100, markAtPosition: 'm50' }

test('it goes on where it was, while all that came after is there', () => {
  expect(decideStart(position, state, [])).toEqual({ kind: 'continue' })
  expect(decideStart({ ...position, sequence: 9 }, { ...state, markAtPosition: null }, [])).toEqual({
    kind: 'continue',
  })
  expect(decideStart({ ...position, sequence: 100 }, state, [])).toEqual({ kind: 'continue' })
  // Begun with nothing, or from a checkpoint whose entry has gone: there is nothing to compare.
  expect(decideStart({ ...position, mark: '' }, state, [])).toEqual({ kind: 'continue' })
})

test('a log that is whole is replayed by who has nothing of it, or something of another one', () => {
  for (const firstSequence of [0, 1]) {
    expect(decideStart(null, { ...state, firstSequence }, [60])).toEqual({ kind: 'replay' })
    expect(decideStart({ ...position, log: 'M' }, { ...state, firstSequence }, [])).toEqual({
      kind: 'replay',
    })
  }
})

test('where the beginning is gone it starts from the oldest checkpoint that has all after it', () => {
  expect(decideStart(null, state, [80, 8, 9, 20])).toEqual({ kind: 'restore', sequence: 9 })
  expect(decideStart({ ...position, sequence: 8 }, { ...state, markAtPosition: null }, [20])).toEqual({
    ...{ kind: 'restore', sequence: 20 },
  })
  expect(decideStart(null, state, [8])).toEqual({ kind: 'beginning-lost' })
})

test('that entries were lost is seen by a position, a mark or a checkpoint', () => {
  expect(decideStart({ ...position, sequence: 101 }, { ...state, markAtPosition: null }, [])).toEqual({
    kind: 'end-lost',
  })
  expect(decideStart(position, { ...state, markAtPosition: 'other' }, [])).toEqual({ kind: 'end-lost' })
  expect(decideStart(null, state, [101])).toEqual({ kind: 'end-lost' })
})
