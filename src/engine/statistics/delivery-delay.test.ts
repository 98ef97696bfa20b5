import { describe, expect, it } from 'vitest'
import { createDeliveryDelay } from './delivery-delay.ts'

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const start = Date.UTC(2026, 9, 24, 12)

/** A server whose clock can be set, in a zone of its own; its notifications arrive so many milliseconds late. */
function createWorld() {
  const { sample } = createDeliveryDelay()
  const world = { now: start, serverAheadMs: 2 * hourMs + 1_234 }
  const stampAt = (at: number): string => new Date(at + world.serverAheadMs).toISOString().slice(0, -1)

  return Object.assign(world, {
    sample: (delayMs: number) => sample(stampAt(world.now - delayMs), world.now),
    /** One each `everyMs`. */
    send(number: number, everyMs: number, delayMs: (place: number) => number = (place) => 5 + (place % 7)) {
      return Array.from({ length: number }, (_, place) => {
        world.now += everyMs
        return sample(stampAt(world.now - delayMs(place)), world.now)
      })
    },
  })
}

const isQuick = (delayMs: number | null): boolean => delayMs !== null && delayMs <= 10

describe('the delivery delay', () => {
  it('is not known before 20 notifications, and then counts from the quickest', () => {
    const world = createWorld()
    expect(world.send(19, 1_000)).toEqual(Array.from({ length: 19 }, () => null))
    expect(world.sample(5)).toBe(0)
    expect(world.sample(255)).toBe(250)
    expect(world.sample(0)).toBe(0)
    expect(world.sample(255)).toBe(255)
  })

  it('is not known without a timestamp that can be read', () => {
    const { sample } = createDeliveryDelay()
    for (let number = 0; number < 50; number += 1) {
      expect(sample(null, start)).toBeNull()
      expect(sample('yesterday', start)).toBeNull()
    }
  })

  it('believes a timestamp that gives its zone', () => {
    const { sample } = createDeliveryDelay()
    const at = (ms: number) => `${new Date(ms + 2 * hourMs).toISOString().slice(0, -1)}+02:00`
    for (let number = 0; number < 20; number += 1) sample(at(start + number), start + number)
    expect(sample(at(start), start + 4_000)).toBe(4_000)
  })

  it('shows what waited for an outage to end, all of it, also by the thousand', () => {
    const world = createWorld()
    world.send(100, 1_000)
    const outageMs = 40 * minuteMs + 3_000
    world.now += outageMs
    const backlog = Array.from({ length: 5_000 }, (_, place) => outageMs * (1 - place / 5_000))
    for (const delayMs of backlog) {
      const told = world.sample(delayMs)
      const isLateByQuarters = Math.abs(delayMs - 15 * minuteMs * Math.round(delayMs / 15 / minuteMs)) < 5_100
      if (delayMs < 14 * minuteMs || !isLateByQuarters) expect(told).toBeCloseTo(delayMs - 5, -1)
    }
    expect(world.send(10, 1_000).every(isQuick)).toBe(true)
  })

  it('shows what catches up slowly, for minutes', () => {
    const world = createWorld()
    world.send(100, 1_000)
    world.now += 13 * minuteMs
    const delayOf = (place: number) => 13 * minuteMs - 3_000 * place
    expect(world.send(200, 1_000, delayOf)).toEqual(
      Array.from({ length: 200 }, (_, place) => delayOf(place) - 5),
    )
  })

  it('knows a late one soon after the clock went back', () => {
    const world = createWorld()
    world.send(100, 1_000)
    world.serverAheadMs -= 10 * minuteMs
    world.send(100, 1_000)
    world.now += 2 * minuteMs
    expect(world.sample(70_005)).toBe(70_000)
  })

  it('keeps its measure where every other notification is an old one', () => {
    const world = createWorld()
    world.send(100, 1_000)
    const told = world.send(200, 1_000, (place) => (place % 2 === 0 ? 5 : 30_000))
    expect(told.filter((_, place) => place % 2 === 0).every(isQuick)).toBe(true)
  })

  it('knows again after an hour where notifications come too unevenly to tell sooner', () => {
    const world = createWorld()
    const unevenly = (place: number) => (place * 1_700) % 6_000
    world.send(100, 10_000, unevenly)
    world.serverAheadMs -= 10 * minuteMs
    world.send(6 * 65, 10_000, unevenly)
    expect(Math.max(...world.send(100, 10_000, unevenly).map(Number))).toBeLessThan(6_000)
    expect(world.send(100, 10_000, unevenly)).not.toContain(null)
  })

  it('shows what waited through a night', () => {
    const world = createWorld()
    world.send(50, 1_000)
    world.now += 8 * hourMs
    expect(world.sample(8 * hourMs - 7 * minuteMs)).toBe(8 * hourMs - 7 * minuteMs - 5)
    expect(world.send(5, 1_000).every(isQuick)).toBe(true)
  })

  it.each([
    ['an hour, as summer time ends', -hourMs],
    ['ten minutes', -10 * minuteMs],
  ])('says nothing when the server’s clock goes back by %s, and knows again after a minute', (_, byMs) => {
    const world = createWorld()
    world.send(100, 1_000)
    world.serverAheadMs += byMs
    expect(world.send(60, 1_000)).toEqual(Array.from({ length: 60 }, () => null))
    expect(world.send(600, 1_000).every(isQuick)).toBe(true)
  })

  it.each([
    ['an hour, as summer time begins', hourMs],
    ['eleven seconds', 11_000],
  ])('says nothing when the server’s clock goes ahead by %s, and knows again after 20', (_, byMs) => {
    const world = createWorld()
    world.send(100, 1_000)
    world.serverAheadMs += byMs
    expect(world.send(19, 1_000)).toEqual(Array.from({ length: 19 }, () => null))
    expect(world.send(600, 1_000).every(isQuick)).toBe(true)
  })

  it('says nothing of summer time that ended in a silence, and knows again after a minute', () => {
    const world = createWorld()
    world.send(100, 1_000)
    world.now += 7 * hourMs
    world.serverAheadMs -= hourMs
    expect(world.send(60, 1_000)).toEqual(Array.from({ length: 60 }, () => null))
    expect(world.send(60, 1_000).every(isQuick)).toBe(true)
  })

  it('is not led astray by one wrong timestamp, early or late', () => {
    const world = createWorld()
    world.send(100, 1_000)
    expect(world.sample(-hourMs - 77_000)).toBeNull()
    expect(world.sample(3 * 24 * hourMs + 77_000)).toBeNull()
    expect(world.send(10, 1_000).every(isQuick)).toBe(true)
  })

  it('says nothing of an old notification that comes again', () => {
    const world = createWorld()
    world.send(100, 1_000)
    expect(world.sample(70_000)).toBeNull()
  })

  it('finds its measure though the first notification was an old one, or one from the future', () => {
    for (const firstDelayMs of [3 * 24 * hourMs, -77_000]) {
      const world = createWorld()
      world.sample(firstDelayMs)
      world.send(100, 1_000)
      expect(world.send(100, 1_000).every(isQuick)).toBe(true)
    }
  })

  it('forgets the quickest after an hour of traffic, so that a small change of a clock passes', () => {
    const world = createWorld()
    world.send(30, 20_000)
    world.serverAheadMs -= 9_000
    expect(world.send(1, 20_000)).toEqual([9_000])
    world.send(3 * 60, 20_000)
    expect(world.send(100, 20_000).every(isQuick)).toBe(true)
  })

  it('follows two clocks that drift apart', () => {
    const world = createWorld()
    for (let hour = 0; hour < 48; hour += 1) {
      world.serverAheadMs -= 10
      world.send(60, minuteMs)
    }
    expect(world.send(20, minuteMs).every((delayMs) => Number(delayMs) <= 30)).toBe(true)
  })

  it('knows nothing of a source that says too little in a day', () => {
    const world = createWorld()
    expect(new Set(world.send(200, 90 * minuteMs))).toEqual(new Set([null]))
  })
})
