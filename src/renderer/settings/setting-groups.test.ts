import { expect, test } from 'vitest'
import { settingNames } from '../../contract/settings-table.ts'
import { groupSettings } from './setting-groups.ts'

test('every setting stands under exactly one heading', () => {
  const placed = groupSettings(settingNames).flatMap(({ names }) => names)
  expect(placed.toSorted()).toEqual(settingNames.toSorted())
})

test('a setting that the host cannot honour stands under none', () => {
  expect(groupSettings(['theme', 'proxy']).map(({ names }) => names)).toEqual([['theme'], ['proxy'], []])
})
