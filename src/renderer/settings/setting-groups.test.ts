import { expect, test } from 'vitest'
import { settingNames } from '../../contract/settings-table.ts'
import { groupSettings, offeredSettings } from './setting-groups.ts'

test('every setting stands under exactly one heading', () => {
  const placed = groupSettings(settingNames).flatMap(({ names }) => names)
  expect(placed.toSorted()).toEqual(settingNames.toSorted())
})

test('a setting that is not offered stands under no heading', () => {
  const shown = groupSettings(['theme', 'proxy']).filter(({ names }) => names.length > 0)
  expect(shown).toEqual([
    { heading: 'general', names: ['theme'] },
    { heading: 'source', names: ['proxy'] },
  ])
})

test('what only a desktop can do is offered on a desktop alone, and the dock’s only where there is one', () => {
  const onMac = offeredSettings(settingNames, { host: 'desktop', platform: 'darwin' })
  const madeElsewhere = ['savedSearches', 'isWelcomed']
  expect(onMac).toEqual(settingNames.filter((name) => !madeElsewhere.includes(name)))
  const onLinux = offeredSettings(settingNames, { host: 'desktop', platform: 'linux' })
  expect(onMac.filter((name) => !onLinux.includes(name))).toEqual(['hideFromDock'])
  const inBrowser = offeredSettings(settingNames, { host: 'browser', platform: 'darwin' })
  expect(inBrowser).toContain('quietHours')
  for (const name of ['launchAtLogin', 'closeToTray', 'globalShortcut', 'hideFromDock'] as const)
    expect(inBrowser).not.toContain(name)
})
