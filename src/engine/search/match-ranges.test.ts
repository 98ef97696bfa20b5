import { describe, expect, it } from 'vitest'
import { queryOf } from './index-under-test.ts'
import { matchRanges } from './match-ranges.ts'

const marked = (query: string, text: string): string[] =>
  matchRanges(queryOf(query), text).map(({ start, end }) => text.slice(start, end))

describe('what is highlighted', () => {
  it.each([
    ['disk full', 'Full disk: DISK 1', ['Full', 'disk', 'DISK']],
    ['di*', 'disk and dish', ['disk', 'dish']],
    ['"disk full"', 'disk disk full, full disk', ['disk full']],
    ['"di fu"*', 'disk full, di full', ['di full']],
    ['sda-1', 'on sda/1 and sda 2', ['sda/1']],
    ['cafe', 'the Cafe\u0301!', ['Cafe\u0301']],
    ['盘', '磁盘满', ['盘']],
    ['磁盘 满', '磁盘满', ['磁盘满']],
    ['"a b" "b c"', 'a b c', ['a b c']],
    ['disk -full type:error', 'disk full error', ['disk']],
    ['type:error', 'error', []],
    ['', 'anything', []],
  ])('%s in %j', (query, text, parts) => {
    expect(marked(query, text)).toEqual(parts)
  })
})
