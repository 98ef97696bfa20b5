import { expect, test } from 'vitest'
import { digitGroups } from './digit-groups.ts'

const groups = (locale: string, count: number): readonly string[] =>
  digitGroups(new Intl.NumberFormat(locale).format(count)).map(({ separator, digits }) => separator + digits)

test.each([
  ['en', 0, ['0']],
  ['en', 999, ['999']],
  ['en', 12_345_678, ['12', ',345', ',678']],
  ['de', 1_000, ['1', '.000']],
  ['zh', 1_000, ['1', ',000']],
  ['en-IN', 1_234_567, ['12', ',34', ',567']],
  ['ar-EG', 1_234, ['١', '٬٢٣٤']],
])('in %s, %d is %j', (locale, count, expected) => {
  expect(groups(locale, count)).toEqual(expected)
})
