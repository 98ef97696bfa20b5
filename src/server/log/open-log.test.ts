import { PassThrough } from 'node:stream'
import { expect, test } from 'vitest'
import { createManualClock } from '../../clock/manual-clock.ts'
import { flushWithinMs, maxUnwrittenBytes, openLog } from './open-log.ts'

const auto = { 'log-format': 'auto', 'log-level': 'info' } as const

/** A pipe that nobody reads yet. */
const pipe = (isTTY = false) => Object.assign(new PassThrough({ highWaterMark: 1 }), { isTTY })

test.each([
  [true, /^2026-01-01T00:00:00.000Z info Stopped\n$/],
  [false, /^\{.*"event":"stopped".*\}\n$/],
])('left to itself, it is text on a terminal (%s) and JSON elsewhere', async (isTerminal, line) => {
  const stderr = pipe(isTerminal)
  const opened = openLog(auto, createManualClock(), stderr)
  opened.log({ event: 'stopped' })
  expect(String(stderr.read())).toMatch(line)
})

test('what is waiting is written before the end, and nothing after it', async () => {
  const clock = createManualClock()
  const stderr = pipe()
  const opened = openLog({ ...auto, 'log-format': 'text' }, clock, stderr)
  for (let i = 0; i < 3; i++) opened.log({ event: 'stopped' })
  const closed = opened[Symbol.asyncDispose]()
  const read = stderr.toArray()
  await closed
  opened.log({ event: 'stopped' })
  stderr.end()
  expect(String(Buffer.concat(await read)).match(/Stopped/g)).toHaveLength(3)
  expect(clock.timerCount).toBe(0)
})

test('a reader that has stalled holds nothing up, and costs bounded memory', async () => {
  const clock = createManualClock()
  const stderr = pipe()
  const opened = openLog(auto, clock, stderr)
  for (let minute = 0; minute < 200; minute++) {
    for (let i = 0; i < 100; i++) opened.log({ event: 'client-connected', clientId: 'x'.repeat(200) })
    clock.advance(60_000)
  }
  expect(stderr.writableLength).toBeGreaterThan(maxUnwrittenBytes / 2)
  expect(stderr.writableLength).toBeLessThan(maxUnwrittenBytes * 1.1)
  const closed = opened[Symbol.asyncDispose]()
  clock.advance(flushWithinMs)
  await closed
})
