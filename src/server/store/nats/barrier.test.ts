import { expect, test } from 'vitest'
import { createBarrier } from './barrier.ts'

function setUp() {
  const looks: PromiseWithResolvers<number>[] = []
  const applied: number[] = []
  const barrier = createBarrier({
    lastSequence() {
      const look = Promise.withResolvers<number>()
      looks.push(look)
      return look.promise
    },
    async whenApplied(sequence) {
      applied.push(sequence)
    },
  })
  return { looks, applied, barrier }
}

test('who asks during a look shares the next one: the one under way may have seen less', async () => {
  const { looks, applied, barrier } = setUp()
  const first = barrier()
  const later = [barrier(), barrier()]
  expect(looks).toHaveLength(1)
  looks[0]?.resolve(7)
  await first
  expect(applied).toEqual([7])
  await expect.poll(() => looks.length).toBe(2)
  looks[1]?.resolve(9)
  await Promise.all(later)
  expect(applied).toEqual([7, 9])
})

test('a look that fails fails those who share it, and the next one is made', async () => {
  const { looks, barrier } = setUp()
  const first = barrier()
  const second = barrier()
  looks[0]?.reject(new Error('timeout'))
  await expect(first).rejects.toThrow('timeout')
  await expect.poll(() => looks.length).toBe(2)
  looks[1]?.resolve(1)
  await second
})
