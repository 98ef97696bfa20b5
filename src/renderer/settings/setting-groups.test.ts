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
    { heading: 'General', names: ['theme'] },
    { heading: 'Source', names: ['proxy'] },
  ])
})

test('what only a desktop can do is offered on a desktop alone, and the dock’s only where there is one', () => {
  const onMac = offeredSettings(settingNames, { host: 'desktop', platform: 'darwin' })
  expect(onMac).toEqual(settingNames)
  const onLinux = offeredSettings(settingNames, { host: 'desktop', platform: 'linux' })
  expect(settingNames.filter((name) => !onLinux.includes(name))).toEqual(['hideFromDock'])
  const inBrowser = offeredSettings(settingNames, { host: 'browser', platform: 'darwin' })
  expect(inBrowser).toContain('quietHours')
  for (const name of ['launchAtLogin', 'closeToTray', 'globalShortcut', 'hideFromDock'] as const)
    expect(inBrowser).not.toContain(name)
})
