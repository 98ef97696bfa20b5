import { expect, test } from 'vitest'
import { dueMessages } from './due-messages.ts'

const message = (stream: string | null, sequence: number) => ({
  ...{ stream, sequence, position: sequence, id: `${stream}-${sequence}`, frame: '{}', publishedAtMs: 0 },
})
const ids = (cursor: { own: number; all: number }, announced: readonly ReturnType<typeof message>[]) => {
  const due = dueMessages(cursor, announced)
  return due && { ids: due.messages.map(({ id }) => id), through: due.through }
}

test('what comes next goes out, and the cursor is after it', () => {
  const announced = [message('alice', 3), message(null, 8), message('alice', 4)]
  expect(ids({ own: 2, all: 7 }, announced)).toEqual({
    ids: ['alice-3', 'null-8', 'alice-4'],
    through: { own: 4, all: 8 },
  })
})

test('what was read from the store before it was announced is passed over', () => {
  const announced = [message(null, 8), message('alice', 3), message(null, 9)]
  expect(ids({ own: 3, all: 8 }, announced)).toEqual({ ids: ['null-9'], through: { own: 3, all: 9 } })
  expect(ids({ own: 3, all: 9 }, announced)).toEqual({ ids: [], through: { own: 3, all: 9 } })
})

test('where something before it is missing, the store has to be asked', () => {
  expect(ids({ own: 2, all: 7 }, [message('alice', 3), message(null, 9)])).toBeNull()
})
