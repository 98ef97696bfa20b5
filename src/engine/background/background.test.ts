/** The thread's life and what it is asked; the thread is `scripted-worker.ts`. Not: the searching itself. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { createManualClock } from '../../clock/manual-clock.ts'
import { english, inEnglish } from '../../i18n/i18n-under-test.ts'
import { temporaryFolder } from '../../testing/temporary-folder.ts'
import { everything } from '../search/query.ts'
import { createBackground } from './background.ts'
import { BackgroundError } from './background-error.ts'

const page = { direction: 'newest', from: null, limit: 50, slot: null } as const
const found = { kind: 'found', rows: [], hasOlder: false, hasNewer: false }

describe('the background thread', () => {
  it('is not started before it is needed, and ends when it had nothing to do for a minute', async () => {
    const { background, clock, notes } = setUp()
    expect(notes()).toEqual([])
    expect(await background.search('a', page)).toEqual(found)
    clock.advance(59_000)
    expect(await background.search('b', page)).toEqual(found)
    clock.advance(59_000)
    expect(notes()).not.toContain('end')
    clock.advance(1_000)
    await eventually(() => expect(notes()).toContain('end'))
    await eventually(() => expect(clock.timerCount).toBe(0))
    expect(await background.search('c', page)).toEqual(found)
    expect(notes().filter((note) => note === 'started')).toHaveLength(2)
  })

  it('starts ahead when it is warmed', async () => {
    const { background, notes } = setUp()
    background.warm()
    await eventually(() => expect(notes()).toContain('started'))
  })

  it('does not end while something is under way', async () => {
    const { background, clock, notes, file } = setUp()
    const { answer, cancel } = background.exportFound({ query: everything, format: 'csv', file }, () => {})
    await eventually(() => expect(notes()).toContain('export'))
    clock.advance(180_000)
    expect(await background.search('a', page)).toEqual(found)
    expect(notes().filter((note) => note === 'started')).toHaveLength(1)
    cancel()
    expect(await answer).toBeNull()
  })

  it('says at once what is wrong with a query, without a thread', async () => {
    const { background, notes } = setUp()
    expect(await background.search('"open', page)).toMatchObject({ kind: 'bad-query', problem: { start: 0 } })
    expect(notes()).toEqual([])
  })
})

describe('a search of the same slot', () => {
  it('ends the one that runs, which reads no messages', async () => {
    const { background, notes } = setUp()
    const first = background.search('spin', { ...page, slot: 'a' })
    await eventually(() => expect(notes()).toContain('search spin'))
    const second = background.search('next', { ...page, slot: 'a' })
    expect(await first).toEqual({ kind: 'cancelled' })
    expect(await second).toEqual(found)
  })

  it('drops one that waits before it begins', async () => {
    const { background, notes } = setUp()
    const running = background.search('spin', { ...page, slot: 'a' })
    await eventually(() => expect(notes()).toContain('search spin'))
    const waiting = background.search('old', { ...page, slot: 'b' })
    const newer = background.search('new', { ...page, slot: 'b' })
    // The thread is still busy: the answer does not wait for it.
    expect(await waiting).toEqual({ kind: 'cancelled' })
    void background.search('', { ...page, slot: 'a' })
    expect(await newer).toEqual(found)
    expect(await running).toEqual({ kind: 'cancelled' })
    expect(notes()).not.toContain('search old')
  })

  it('ends it with a bad query too', async () => {
    const { background, notes } = setUp()
    const first = background.search('spin', { ...page, slot: 'a' })
    await eventually(() => expect(notes()).toContain('search spin'))
    await background.search('"', { ...page, slot: 'a' })
    expect(await first).toEqual({ kind: 'cancelled' })
  })

  it('leaves those of other slots alone', async () => {
    const { background } = setUp()
    const answers = ['a', 'b', null].map((slot) => background.search('word', { ...page, slot }))
    expect(await Promise.all(answers)).toEqual([found, found, found])
  })
})

describe('a count', () => {
  it('gives way to a search, and is begun again after it', async () => {
    const { background, notes } = setUp()
    const counting = background.countFound('spin')
    await eventually(() => expect(notes()).toContain('count spin'))
    // The thread is busy with the count, and reads no messages.
    expect(await background.search('a', page)).toEqual(found)
    await eventually(() => expect(notes().filter((note) => note === 'count spin')).toHaveLength(2))
    const ended = expect(counting).rejects.toThrow('closing')
    await background.close()
    await ended
  })

  it('of a query that means nothing needs no thread', async () => {
    const { background, notes } = setUp()
    expect(await background.countFound('"open')).toBeNull()
    expect(await background.facets('"open')).toEqual({ facets: [], isMore: false })
    expect(notes()).toEqual([])
  })

  it('is made once until the history changes', async () => {
    const { background, notes } = setUp()
    const counts = () => notes().filter((note) => note === 'count word').length
    await Promise.all([background.countFound('word'), background.countFound('word')])
    await background.countFound('word')
    expect(counts()).toBe(1)
    background.historyChanged()
    await background.countFound('word')
    expect(counts()).toBe(2)
  })
})

describe('a thread that dies', () => {
  it('is reported, fails what was under way with a sentence, and starts again at the next need', async () => {
    const { background, faults, notes } = setUp()
    const error: unknown = await background.search('die', page).catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(BackgroundError)
    expect(String(error)).toMatch(/ended unexpectedly: the thread was told to die\. Try again\./)
    expect(faults).toEqual([
      expect.stringMatching(/the thread was told to die\. It starts again when needed\./),
    ])
    expect(await background.search('a', page)).toEqual(found)
    expect(notes().filter((note) => note === 'started')).toHaveLength(2)
  })

  it('is not started a fourth time within a minute, but after it', async () => {
    const { background, clock, faults, notes } = setUp()
    for (let time = 0; time < 3; time++) await expect(background.search('die', page)).rejects.toThrow()
    await expect(background.search('a', page)).rejects.toThrow(
      /several times within a minute.*Try again in a minute/,
    )
    background.warm()
    background.stored(5_000)
    expect(faults).toHaveLength(3)
    expect(notes().filter((note) => note === 'started')).toHaveLength(3)
    clock.advance(60_000)
    expect(await background.search('a', page)).toEqual(found)
  })

  it('leaves no half of an export', async () => {
    const { background, notes, file } = setUp()
    const { answer } = background.exportFound({ query: everything, format: 'csv', file }, () => {})
    await eventually(() => expect(notes()).toContain('export'))
    await expect(background.search('die', page)).rejects.toThrow()
    await expect(answer).rejects.toThrow(BackgroundError)
    expect(existsSync(`${file}.part`)).toBe(false)
  })

  it('is told from an ask that was refused, which ends nothing', async () => {
    const { background, faults } = setUp()
    await expect(background.search('refuse', page)).rejects.toThrow('The index is not readable.')
    expect(await background.search('a', page)).toEqual(found)
    expect(faults).toEqual([])
  })

  it('is reported when its file is not there', async () => {
    const { background, faults } = setUp(join(temporaryFolder(), 'no-worker.ts'))
    await expect(background.search('a', page)).rejects.toThrow(/ended unexpectedly/)
    expect(faults).toHaveLength(1)
  })
})

describe('closing', () => {
  it('cancels what is under way, lets the thread end, and leaves no timer', async () => {
    const { background, clock, notes } = setUp()
    const search = background.search('spin', page)
    await eventually(() => expect(notes()).toContain('search spin'))
    await background.close()
    expect(await search).toEqual({ kind: 'cancelled' })
    expect(notes()).toContain('end')
    expect(clock.timerCount).toBe(0)
  })

  it('does not wait for ever', async () => {
    const { background, clock, notes } = setUp()
    void background.search('hang', page)
    await eventually(() => expect(notes()).toContain('search hang'))
    const closed = background.close()
    clock.advance(2_000)
    await closed
    expect(clock.timerCount).toBe(0)
  })

  it('starts nothing afterwards', async () => {
    const { background, notes } = setUp()
    await background.close()
    background.warm()
    background.stored(5_000)
    expect(await background.search('a', page)).toEqual({ kind: 'cancelled' })
    await expect(background.listByFilter({ ...page, filter: {}, limit: 1 })).rejects.toThrow('closing')
    expect(await background.checkpoint()).toBeNull()
    expect(notes()).toEqual([])
  })

  it('without waiting leaves neither half of an export nor a timer', async () => {
    const { background, clock, notes, file } = setUp()
    const { answer } = background.exportFound({ query: everything, format: 'csv', file }, () => {})
    await eventually(() => expect(notes()).toContain('export'))
    background.terminate()
    expect(existsSync(`${file}.part`)).toBe(false)
    expect(clock.timerCount).toBe(0)
    expect(await answer).toBeNull()
  })
})

const eventually = (check: () => unknown) => vi.waitFor(check, { timeout: 15_000, interval: 20 })

function setUp(workerFile: URL | string = new URL('scripted-worker.ts', import.meta.url)) {
  const folder = temporaryFolder()
  const clock = createManualClock()
  const faults: string[] = []
  const historyPath = join(folder, 'history.sqlite')
  const background = createBackground({
    i18n: () => english,
    ...{ clock, workerFile, historyPath, indexPath: join(folder, 'search.sqlite') },
    onFault: (problem) => faults.push(inEnglish(problem)),
    onDropped() {},
    onIndexProgress() {},
  })
  onTestFinished(() => background.close())
  const notesFile = `${historyPath}.notes`
  const notes = () => (existsSync(notesFile) ? readFileSync(notesFile, 'utf8').trim().split('\n') : [])
  return { background, clock, faults, notes, file: join(folder, 'found.csv') }
}
