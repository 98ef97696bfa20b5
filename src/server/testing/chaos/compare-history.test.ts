import { expect, test } from 'vitest'
import { compareHistory, nothingWrong } from './compare-history.ts'

const due = [0, 2, 3, 7]

test.each([
  ['all of it, in order', due, {}],
  ['nothing', [], { missing: 4 }],
  ['without one in the middle', [0, 3, 7], { missing: 1 }],
  ['one twice, at once', [0, 2, 2, 3, 7], { repeated: 1 }],
  ['one again, after all the others', [0, 2, 3, 7, 0], { repeated: 1 }],
  ['two changed about', [0, 3, 2, 7], { outOfOrder: 1 }],
  ['one of somebody else', [0, 1, 2, 3, 7], { misdelivered: 1 }],
  ['one missing, another twice', [0, 2, 2, 7], { missing: 1, repeated: 1 }],
])('%s', (_name, had, wrong) => {
  expect(compareHistory(due, had)).toEqual({ ...nothingWrong, ...wrong })
})
