import { Compile } from 'typebox/compile'
import { expect, test } from 'vitest'
import { createManualClock } from '../../clock/manual-clock.ts'
import { NotificationFrame } from '../../protocol/notification.ts'
import { toWireTimestamp } from '../../protocol/timestamp.ts'
import { catalogue } from './catalogue.ts'
import { createDemoSource } from './demo-source.ts'

const schema = Compile(NotificationFrame)
const clock = createManualClock()

/** Random that can be repeated: a linear congruential generator. */
function createRandom(seed: number) {
  let state = seed
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state / 2_147_483_648
  }
}

const make = (count: number, seed = 1): NotificationFrame[] => {
  const next = createDemoSource({ clock, random: createRandom(seed) })()
  return Array.from({ length: count }, next)
}

test('every notification keeps to the letter of the wire', () => {
  for (const frame of make(4000)) {
    expect(schema.Check(frame), JSON.stringify(frame)).toBe(true)
    expect(frame).toMatchObject({
      id: expect.stringMatching(/^notif_[1-9]\d{3}$/),
      timestamp: toWireTimestamp(clock.now()),
      read: false,
    })
    expect(Object.keys(frame).slice(0, 6)).toEqual(['type', 'title', 'message', 'id', 'timestamp', 'read'])
    expect(`${frame.title}${frame.message}`).not.toMatch(/undefined|NaN|\[object/)
  }
})

test('the first four notifications of each connection show all four types', () => {
  const openSource = createDemoSource({ clock, random: createRandom(7) })
  for (let connection = 0; connection < 50; connection++) {
    const next = openSource()
    const types = [next(), next(), next(), next()].map(({ type }) => type)
    expect(types.sort()).toEqual(['error', 'info', 'success', 'warning'])
  }
})

test('the catalogue is varied: twelve texts of each type and more, most of which differ each time', () => {
  for (const entries of Object.values(catalogue)) expect(entries.length).toBeGreaterThanOrEqual(12)
  const frames = make(4000)
  expect(new Set(frames.map(({ title }) => title)).size).toBeGreaterThanOrEqual(48)
  expect(new Set(frames.map(({ message }) => message)).size).toBeGreaterThan(1500)
})

test('a text comes again only after all the others of its type', () => {
  const titles = make(4 * catalogue.info.length)
    .filter(({ type }) => type === 'info')
    .map(({ title }) => title)
  expect(new Set(titles).size).toBe(catalogue.info.length)
})

test('the extra fields vary within what the seed calls typical', () => {
  const frames = make(2000)
  const values = (field: string) =>
    new Set(
      frames.flatMap((frame) =>
        field in frame ? [Object.entries(frame).find(([key]) => key === field)?.[1]] : [],
      ),
    )
  expect(values('priority')).toEqual(new Set(['low', 'medium', 'high']))
  expect(values('action_required')).toEqual(new Set([true, false]))
  expect(values('retry_allowed')).toEqual(new Set([true, false]))
  for (const code of values('error_code')) {
    expect(code).toBeGreaterThanOrEqual(400)
    expect(code).toBeLessThan(600)
  }
  expect(values('error_code').size).toBeGreaterThanOrEqual(8)
  for (const time of values('completion_time')) expect(time).toMatch(/^\d+\.\d\ds$/)
})
