import { expect, test } from 'vitest'
import { digitGroups } from './digit-groups.ts'

test.each([
  ['0', ['0']],
  ['999', ['999']],
  ['1000', ['1', '000']],
  ['12345678', ['12', '345', '678']],
  ['١٢٣٤', ['١٢٣٤']],
])('%s is %j', (digits, groups) => {
  expect(digitGroups(digits)).toEqual(groups)
})
