import { describe, expect, it } from 'vitest'
import { inEnglish } from '../../i18n/i18n-under-test.ts'
import { codeFacet, priorityFacet, retryFacet, typeFacet } from './facets.ts'
import { parseQuery } from './parse-query.ts'
import { everything, type Query } from './query.ts'

const parsed = (text: string): Query => {
  const result = parseQuery(text)
  if (!result.ok) throw new Error(inEnglish(result.problem.message))
  return result.query
}
const problemOf = (text: string) => {
  const result = parseQuery(text)
  if (result.ok) return null
  const { message, start, end } = result.problem
  return { message: inEnglish(message), part: text.slice(start, end) }
}
const word = (...tokens: string[]) => ({ tokens, isPrefix: false })
const prefix = (...tokens: string[]) => ({ tokens, isPrefix: true })

describe('words of a query', () => {
  it.each([
    ['', everything],
    ['  \n ', everything],
    ['disk Full', { ...everything, all: [word('disk'), word('full')] }],
    ['"Disk  full"', { ...everything, all: [word('disk', 'full')] }],
    ['db-1.example', { ...everything, all: [word('db', '1', 'example')] }],
    ['disk* "disk fu"*', { ...everything, all: [prefix('disk'), prefix('disk', 'fu')] }],
    [
      'disk -full -"a b" -ba*',
      {
        ...everything,
        all: [word('disk')],
        none: [word('full'), word('a', 'b'), prefix('ba')],
      },
    ],
    ['--verbose', { ...everything, all: [word('verbose')] }],
    ['5*6', { ...everything, all: [word('5', '6')] }],
    ['Übermaß', { ...everything, all: [word('ubermass')] }],
    ['я* 磁*', { ...everything, all: [prefix('я'), prefix('磁')] }],
    ['磁盘', { ...everything, all: [word('磁', '盘')] }],
    ['a"b c"d', { ...everything, all: [word('a'), word('b', 'c'), word('d')] }],
    ['a_*', { ...everything, all: [word('a')] }],
  ])('%j is read', (text, query) => {
    expect(parsed(text)).toEqual(query)
  })

  it.each(['http://x', 'type://x', '12:30', 'foo:bar', 'node:fs', 'id:5', 'note:x', 'code://x'])(
    '%s is words, not an operator',
    (text) => {
      const query = parsed(text)
      expect(query).toEqual({ ...everything, all: query.all })
      expect(query.all).toHaveLength(1)
    },
  )

  it.each([
    ['AND', ['and']],
    ['NEAR(a', ['near', 'a']],
    ['text:x^2', ['text', 'x', '2']],
    ['{a}', ['a']],
  ])('%s is no syntax of FTS5', (text, tokens) => {
    expect(parsed(text).all).toEqual([word(...tokens)])
  })

  it('are never private-use characters, which stand for facets', () => {
    expect(parsed(`${typeFacet('error')}disk`).all).toEqual([word('disk')])
    expect(problemOf(codeFacet(503))?.message).toMatch(/nothing to search for/)
  })
})

describe('operators of a query', () => {
  it('take any of the same and all of different ones', () => {
    expect(parsed('type:error TYPE:Warning code:503 has:retry has:retry priority:"high"').facets).toEqual([
      [typeFacet('error'), typeFacet('warning')],
      [codeFacet(503)],
      [retryFacet, retryFacet],
      [priorityFacet('high')],
    ])
  })

  it('can be excluded', () => {
    expect(parsed('-type:info -is:unread -source:bob -before:2026-01-01 -after:2026-02-01')).toEqual({
      ...everything,
      noFacets: [typeFacet('info')],
      states: [{ state: 'unread', is: false }],
      noSources: ['bob'],
      receivedFrom: new Date(2026, 0, 1).getTime(),
      receivedBefore: new Date(2026, 1, 1).getTime(),
    })
  })

  it('read states and sources', () => {
    expect(parsed('is:unread is:read is:pinned source:"My Server" source:X')).toEqual({
      ...everything,
      states: [
        { state: 'unread', is: true },
        { state: 'unread', is: false },
        { state: 'pinned', is: true },
      ],
      sources: ['my server', 'x'],
    })
  })

  it('read days and times in the zone of the machine, the narrowest of several', () => {
    const query = parsed('after:2026-01-01T14:30 after:2025-01-01 before:2026-03-01 before:2027-01-01')
    expect(query.receivedFrom).toBe(new Date(2026, 0, 1, 14, 30).getTime())
    expect(query.receivedBefore).toBe(new Date(2026, 2, 1).getTime())
  })
})

describe('problems of a query', () => {
  it.each([
    ['x type:eror', 'type:eror', /type: comes info, warning, error or success/],
    ['x type:', 'type:', /needs a value.*info, warning/],
    ['is:open', 'is:open', /unread, read or pinned/],
    ['has:"x y" z', 'has:"x y"', /action or retry/],
    ['code:abc', 'code:abc', /whole number from 0 to 65535/],
    ['code:65536', 'code:65536', /whole number/],
    ['priority:urgent', 'priority:urgent', /low, medium or high/],
    ['source:" "', 'source:" "', /part of its address/],
    ['before:2026-02-30', 'before:2026-02-30', /a day such as/],
    ['after:2026-01-01T24:00', 'after:2026-01-01T24:00', /a day such as/],
    ['after:yesterday', 'after:yesterday', /a day such as/],
    ['-tpye:error', '-tpye:error', /write type: for that/],
    ['types:error', 'types:error', /write type:/],
    ['befor:x', 'befor:x', /write before:/],
    ['si:unread', 'si:unread', /write is:/],
    ['a "b c', '"b c', /closing quote/],
    ['type:"a', 'type:"a', /closing quote/],
    ['a ***', '***', /nothing to search for: letters and digits count/],
    ['a - b', '-', /nothing to search for/],
    ['""', '""', /nothing to search for/],
    ['😀', '😀', /nothing to search for/],
    ['a*', 'a*', /at least two letters/],
    ['É*', 'É*', /at least two letters/],
    ['"disk f"*', '"disk f"*', /at least two letters/],
  ])('%j: the part %j and what to do', (text, part, sentence) => {
    const problem = problemOf(text)
    expect(problem?.part).toBe(part)
    expect(problem?.message).toMatch(sentence)
  })

  it('does not repeat a long part in full', () => {
    expect(problemOf(`type:${'x'.repeat(900)}`)?.message.length).toBeLessThan(200)
  })
})
