import { describe, expect, it } from 'vitest'
import { readLaunch } from './macos-launch.ts'

const launch = (actionIdentifier: unknown, identifier: unknown = 'n-7') => ({
  ...{ actionIdentifier, identifier, date: 1_790_000_000, userInfo: {} },
})

describe('what started Tocsin on macOS', () => {
  it.each([
    ['com.apple.UNNotificationDefaultActionIdentifier', 'open'],
    ['ACTION_0', 'open'],
    ['ACTION_1', 'mark-as-read'],
  ])('is a click on a toast: %s', (identifier, action) => {
    expect(readLaunch(launch(identifier))).toEqual({ toastId: 'n-7', action })
  })

  it.each([
    ['com.apple.UNNotificationDismissActionIdentifier'],
    ['ACTION_2'],
    ['ACTION_'],
    ['REPLY_ACTION'],
    [7],
  ])('is no click: %s', (identifier) => expect(readLaunch(launch(identifier))).toBeNull())

  it.each([[null], [undefined], ['n-7'], [{}], [{ identifier: 'n-7' }], [launch('ACTION_0', 7)]])(
    'is something else: %j',
    (launchInfo) => expect(readLaunch(launchInfo)).toBeNull(),
  )
})
