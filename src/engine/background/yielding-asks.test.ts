import { describe, expect, it } from 'vitest'
import type { Asked } from './pending-asks.ts'
import { createYieldingAsks } from './yielding-asks.ts'

/** What was asked, in order; each is answered when the test says so. */
function asksUnderTest() {
  const begun: string[] = []
  const cancelled: string[] = []
  const open = new Map<string, PromiseWithResolvers<string | null>>()
  const ask = (name: string) => (): Asked<string> => {
    begun.push(name)
    const pending = Promise.withResolvers<string | null>()
    open.set(name, pending)
    return {
      answer: pending.promise,
      cancel() {
        cancelled.push(name)
        pending.resolve(null)
      },
    }
  }
  const settled = () => new Promise((resolve) => setImmediate(resolve))
  return { begun, cancelled, open, ask, settled }
}

describe('asks that can wait', () => {
  it('run one at a time, in their order, and those whose place is first before them', async () => {
    const { begun, open, ask, settled } = asksUnderTest()
    const yielding = createYieldingAsks()
    const answers = [
      yielding.run(ask('a'), 'last'),
      yielding.run(ask('b'), 'last'),
      yielding.run(ask('c'), 'first'),
      yielding.run(ask('d'), 'first'),
    ]
    for (const name of ['a', 'd', 'c', 'b']) {
      await settled()
      expect(begun.at(-1)).toBe(name)
      open.get(name)?.resolve(name)
    }
    expect(await Promise.all(answers)).toEqual(['a', 'b', 'c', 'd'])
    expect(begun).toEqual(['a', 'd', 'c', 'b'])
  })

  it('are cancelled by a search, wait for its end, and are asked again', async () => {
    const { begun, cancelled, open, ask, settled } = asksUnderTest()
    const yielding = createYieldingAsks()
    const answer = yielding.run(ask('count'), 'last')
    const first = Promise.withResolvers<string>()
    const second = Promise.withResolvers<string>()
    const searches = [yielding.giveWay(first.promise), yielding.giveWay(second.promise)]
    expect(cancelled).toContain('count')
    first.resolve('found')
    await settled()
    expect(begun).toEqual(['count'])
    second.resolve('found')
    await settled()
    expect(begun).toEqual(['count', 'count'])
    open.get('count')?.resolve('7')
    expect(await answer).toBe('7')
    expect(await Promise.all(searches)).toEqual(['found', 'found'])
  })

  it('begin after a search that failed too, and after one of their own that did', async () => {
    const { begun, open, ask, settled } = asksUnderTest()
    const yielding = createYieldingAsks()
    const search = yielding.giveWay(Promise.reject(new Error('The thread died.')))
    const failing = yielding.run(ask('a'), 'last')
    const next = yielding.run(ask('b'), 'last')
    expect(begun).toEqual([])
    await expect(search).rejects.toThrow('died')
    await settled()
    open.get('a')?.reject(new Error('It died again.'))
    await expect(failing).rejects.toThrow('died again')
    await settled()
    open.get('b')?.resolve('b')
    expect(await next).toBe('b')
  })

  it('that fail while they give way have failed', async () => {
    const { begun, open, ask, settled } = asksUnderTest()
    const yielding = createYieldingAsks()
    const failing = yielding.run(() => ({ ...ask('a')(), cancel() {} }), 'last')
    const search = Promise.withResolvers<string>()
    const searching = yielding.giveWay(search.promise)
    open.get('a')?.reject(new Error('The thread died.'))
    await expect(failing).rejects.toThrow('died')
    search.resolve('found')
    await searching
    await settled()
    expect(begun).toEqual(['a'])
  })

  it('that are cancelled otherwise are answered with null', async () => {
    const { open, ask, settled } = asksUnderTest()
    const yielding = createYieldingAsks()
    const answer = yielding.run(ask('a'), 'last')
    await settled()
    open.get('a')?.resolve(null)
    expect(await answer).toBeNull()
  })
})
