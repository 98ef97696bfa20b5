import { chmodSync, rmSync, writeFileSync } from 'node:fs'
import { expect, onTestFinished, test, vi } from 'vitest'
import { createManualClock } from '../../clock/manual-clock.ts'
import { describeEvent } from '../log/server-events.ts'
import { makeTestTokens } from '../testing/test-tokens.ts'
import { openTokenKeeper, tokenFileLookMs } from './token-keeper.ts'

function open() {
  const tokens = makeTestTokens({ ci: { publish: ['*'] }, alice: { subscribe: ['alice'] } })
  const clock = createManualClock()
  const lines: string[] = []
  const keeper = openTokenKeeper({
    file: tokens.file,
    clock,
    log: (event) => lines.push(describeEvent(event)),
  })
  onTestFinished(() => keeper[Symbol.dispose]())
  /** Until it has looked, and waits for the next time. */
  const look = async (): Promise<void> => {
    clock.advance(tokenFileLookMs)
    await vi.waitFor(() => expect(clock.timerCount).toBe(1), { interval: 1 })
  }
  return { ...tokens, keeper, clock, lines, look }
}

test('each token is found by its secret, and by nothing else', () => {
  const { keeper, secret } = open()
  expect(keeper.find(secret('ci'))?.name).toBe('ci')
  expect(keeper.find(secret('alice'))?.name).toBe('alice')
  for (const other of ['', 'ci', secret('nobody'), secret('ci').toUpperCase()])
    expect(keeper.find(other)).toBeNull()
})

test('a file that has changed is read again by itself, once', async () => {
  const { keeper, secret, write, lines, look } = open()
  const changed = vi.fn()
  using _listening = keeper.onChange(changed)
  await look()
  expect(lines).toEqual([])
  write({ alice: { subscribe: ['alice'] }, new: { publish: ['*'] } })
  await look()
  expect(keeper.find(secret('ci'))).toBeNull()
  expect(keeper.find(secret('new'))?.name).toBe('new')
  await look()
  expect(lines).toEqual(['The access tokens were read again: 2'])
  expect(changed).toHaveBeenCalledTimes(1)
})

test.each([
  ['is broken', (file: string) => writeFileSync(file, '{')],
  ['is gone', (file: string) => rmSync(file)],
  ['is open to others', (file: string) => chmodSync(file, 0o666)],
])(
  'a file that %s leaves the tokens of before, says so once, and is taken when mended',
  async (_what, spoil) => {
    const { keeper, file, secret, write, lines, look } = open()
    const changed = vi.fn()
    using _listening = keeper.onChange(changed)
    spoil(file)
    await look()
    await look()
    expect(keeper.find(secret('ci'))?.name).toBe('ci')
    expect(lines).toEqual([
      expect.stringMatching(/tokens\.json.*\. The access tokens of before stay in force\.$/),
    ])
    expect(changed).not.toHaveBeenCalled()
    rmSync(file, { force: true })
    write({ new: {} })
    await look()
    expect(keeper.find(secret('ci'))).toBeNull()
  },
)

test('told to, it reads at once', () => {
  const { keeper, secret, write } = open()
  const { hash = '' } = keeper.find(secret('ci')) ?? {}
  expect(keeper.current(hash)?.publish).toEqual(['*'])
  write({ ci: { publish: ['alice'] } })
  keeper.reload()
  expect(keeper.current(hash)?.publish).toEqual(['alice'])
  write({})
  keeper.reload()
  expect(keeper.current(hash)).toBeNull()
})

test('disposed it looks no more', async () => {
  const { keeper, clock } = open()
  keeper[Symbol.dispose]()
  expect(clock.timerCount).toBe(0)
})
