import { expect, it } from 'vitest'
import { createFoundCounts } from './found-counts.ts'

function countsUnderTest() {
  const counted: string[] = []
  let fails = false
  const counts = createFoundCounts((query) => {
    counted.push(query)
    if (fails) return Promise.reject(new Error('The thread died.'))
    return Promise.resolve({ total: counted.length, unread: 0, isMore: false })
  })
  const fail = (isSo: boolean): void => {
    fails = isSo
  }
  return { counts, counted, fail }
}

it('counts each query once until the history changes', async () => {
  const { counts, counted } = countsUnderTest()
  const answers = [counts.of('a'), counts.of('b'), counts.of('a')]
  expect((await Promise.all(answers)).map((count) => count?.total)).toEqual([1, 2, 1])
  counts.forget()
  expect((await counts.of('a'))?.total).toBe(3)
  expect(counted).toEqual(['a', 'b', 'a'])
})

it('does not remember what failed', async () => {
  const { counts, counted, fail } = countsUnderTest()
  fail(true)
  await expect(counts.of('a')).rejects.toThrow('died')
  fail(false)
  expect((await counts.of('a'))?.total).toBe(2)
  expect(counted).toHaveLength(2)
})

it('remembers so many and no more', async () => {
  const { counts, counted } = countsUnderTest()
  for (let number = 0; number < 501; number++) await counts.of(`q${number}`)
  await counts.of('q500')
  expect(counted).toHaveLength(501)
  await counts.of('q0')
  expect(counted).toHaveLength(502)
})
