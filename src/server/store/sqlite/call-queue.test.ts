/** How calls are gathered into batches: each commit of many costs far less than many of a few. */
import { expect, test } from 'vitest'
import { createCallQueue } from './call-queue.ts'
import type { Outcome } from './calls.ts'

/** What runs the calls is told when to finish. */
function gathering() {
  const sizes: number[] = []
  const done: (() => void)[] = []
  const facts = { clientCount: 0, isOverfull: false }
  const queue = createCallQueue({
    run: (calls) =>
      new Promise<Outcome>((resolve) => {
        sizes.push(calls.length)
        done.push(() => resolve({ ok: true, results: calls.map(() => null), facts }))
      }),
    onDone() {},
  })
  const turns = async (count: number): Promise<void> => {
    for (let turn = 0; turn < count; turn++) await new Promise(setImmediate)
  }
  const ask = (): Promise<unknown> => queue.call('facts')
  return { queue, sizes, ask, turns, finish: () => done.shift()?.() }
}

test('what comes in one turn, and what comes while a batch is under way, share one each', async () => {
  const { sizes, ask, turns, finish } = gathering()
  const first = [ask(), ask(), ask()]
  await turns(2)
  const second = [ask(), ask(), ask()]
  finish()
  await Promise.all(first)
  await turns(1)
  finish()
  await Promise.all(second)
  expect(sizes).toEqual([3, 3])
})

test('those that are answered and ask again at once go along with the one that waited', async () => {
  const { sizes, ask, turns, finish } = gathering()
  const answered = [ask(), ask(), ask(), ask()]
  await turns(2)
  const waited = ask()
  // As a client does: its next request is there a few turns after the answer.
  const again = answered.map((each) => each.then(() => turns(3)).then(ask))
  finish()
  await Promise.all(answered)
  await turns(10)
  finish()
  await Promise.all([waited, ...again])
  expect(sizes).toEqual([4, 5])
})

test('one that waited does not wait for long where nobody comes', async () => {
  const { queue, sizes, ask, turns, finish } = gathering()
  const answered = [ask(), ask()]
  await turns(2)
  const waited = ask()
  finish()
  await Promise.all(answered)
  await turns(10)
  expect(sizes).toEqual([2, 1])
  finish()
  await waited
  await queue.whenIdle()
})
