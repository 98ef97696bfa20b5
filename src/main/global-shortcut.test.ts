import { describe, expect, it } from 'vitest'
import { inEnglish } from '../i18n/i18n-under-test.ts'
import { checkShortcut, createShortcut } from './global-shortcut.ts'

/** @param keepsKeys as the portal does on Wayland: what is registered stays until the end */
function setUp({ taken = '', keepsKeys = false } = {}) {
  const callbacks = new Map<string, () => void>()
  const problems: string[] = []
  let pressedCount = 0
  const shortcut = createShortcut({
    globalShortcut: {
      isRegistered: (accelerator) => callbacks.has(accelerator),
      register(accelerator, callback) {
        if (accelerator.includes('Nonsense')) throw new TypeError('conversion failure')
        if (accelerator === taken) return false
        callbacks.set(accelerator, callback)
        return true
      },
      unregister(accelerator) {
        if (!keepsKeys) callbacks.delete(accelerator)
      },
    },
    onPressed: () => pressedCount++,
    report: (problem) => problems.push(inEnglish(problem)),
  })
  const press = (accelerator: string): number => {
    callbacks.get(accelerator)?.()
    return pressedCount
  }
  return { shortcut, problems, press }
}

describe('the global shortcut', () => {
  it('opens the window, follows the setting and is let go of at the end', () => {
    const { shortcut, problems, press } = setUp()
    shortcut.follow('')
    shortcut.follow('Ctrl+Alt+N')
    expect(press('Ctrl+Alt+N')).toBe(1)
    shortcut.follow('Ctrl+Alt+M')
    expect(press('Ctrl+Alt+N')).toBe(1)
    expect(press('Ctrl+Alt+M')).toBe(2)
    shortcut[Symbol.dispose]()
    expect(press('Ctrl+Alt+M')).toBe(2)
    expect(problems).toEqual([])
  })

  it('opens with the keys of now alone, also where old ones cannot be given back', () => {
    const { shortcut, press } = setUp({ keepsKeys: true })
    shortcut.follow('Ctrl+Alt+N')
    shortcut.follow('Ctrl+Alt+M')
    expect(press('Ctrl+Alt+N')).toBe(0)
    shortcut.follow('Ctrl+Alt+N')
    expect(press('Ctrl+Alt+N')).toBe(1)
    shortcut.follow('')
    expect(press('Ctrl+Alt+N')).toBe(1)
  })

  it.each([
    ['Ctrl+Alt+T', /another program has it/],
    ['Ctrl+Nonsense', /write keys like/],
    ['N', /Add Ctrl, Alt or Super/],
    ['Shift+N', /Add Ctrl, Alt or Super/],
    ['Ctrl+', /write keys like/],
    ['Ctrl', /write keys like/],
  ])('%s is reported in a sentence, once', (accelerator, sentence) => {
    const { shortcut, problems } = setUp({ taken: 'Ctrl+Alt+T' })
    shortcut.follow(accelerator)
    shortcut.follow(accelerator)
    expect(problems).toEqual([expect.stringMatching(sentence)])
  })

  it.each([['F9'], ['Super+N'], ['CmdOrCtrl + Shift + Space'], ['MediaPlayPause'], ['Alt+Plus']])(
    '%s may be one',
    (keys) => {
      expect(checkShortcut(keys)).toBeNull()
    },
  )
})
