import type { LaunchItems, LoginItemSettings, Settings } from 'electron'
import { describe, expect, it } from 'vitest'
import { createMainAppItem, createRunKeyItem } from './electron-login-item.ts'

const nothing = {
  ...{ openAtLogin: false, wasOpenedAtLogin: false, status: 'not-registered' },
  ...{ executableWillLaunchAtLogin: false, launchItems: [] },
} satisfies LoginItemSettings

function setUp(found: Partial<LoginItemSettings>, isPackaged = true) {
  const sets: Settings[] = []
  const app = {
    isPackaged,
    getLoginItemSettings: () => ({ ...nothing, ...found }),
    setLoginItemSettings: (settings: Settings) => void sets.push(settings),
  }
  return { app, sets }
}

const entry = (enabled: boolean, name = 'dev.tocsin.Tocsin'): LaunchItems => ({
  ...{ name, path: 'C:\\t.exe', args: ['--hidden'], scope: 'user', enabled },
})
const program = { path: 'C:\\t.exe', args: ['--hidden'] }

describe('the Run key of Windows', () => {
  it.each([
    [{ openAtLogin: true, launchItems: [entry(true)] }, 'on'],
    [{ openAtLogin: true, launchItems: [entry(false)] }, 'off'],
    [{ launchItems: [entry(false)] }, 'off'],
    [{ launchItems: [entry(true)] }, 'elsewhere'],
    [{ launchItems: [entry(false, 'another')] }, 'elsewhere'],
    [{}, 'elsewhere'],
  ])('%j is %s', (found, state) => {
    expect(createRunKeyItem(setUp(found).app, 'dev.tocsin.Tocsin', program).state()).toBe(state)
  })

  it('is given the same command that is looked for', () => {
    const { app, sets } = setUp({})
    const item = createRunKeyItem(app, 'n', program)
    item.set(true)
    item.set(false)
    expect(sets).toEqual([
      { ...program, name: 'n', openAtLogin: true },
      { ...program, name: 'n', openAtLogin: false },
    ])
  })
})

describe('the login item of macOS', () => {
  it('is on where the system says so', () => {
    expect(createMainAppItem(setUp({ status: 'enabled' }).app).state()).toBe('on')
    expect(createMainAppItem(setUp({ status: 'requires-approval' }).app).state()).toBe('off')
  })

  it.each([
    ['requires-approval', /System Settings, General, Login Items/],
    ['not-found', /not signed/],
  ] as const)('that is not accepted (%s) says what to do', (status, sentence) => {
    const { app, sets } = setUp({ status })
    const item = createMainAppItem(app)
    expect(() => item.set(true)).toThrow(sentence)
    item.set(false)
    expect(sets).toEqual([{ openAtLogin: true }, { openAtLogin: false }])
  })

  it('would be Electron itself where the app is run from its source', () => {
    const { app, sets } = setUp({ status: 'enabled' }, false)
    expect(() => createMainAppItem(app).set(true)).toThrow(/installed app/)
    expect(sets).toEqual([])
  })
})
