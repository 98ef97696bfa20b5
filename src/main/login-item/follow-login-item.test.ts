import { describe, expect, it } from 'vitest'
import type { Wording } from '../../i18n/wording.ts'
import { followLoginItem, switchedOffText, switchedOnText } from './follow-login-item.ts'
import type { LoginItemState } from './login-item.ts'

function setUp(found: LoginItemState, isWanted: boolean, problem: string | null = null) {
  let state = found
  const sets: boolean[] = []
  const changes: boolean[] = []
  const notes: Wording[] = []
  const item = {
    state: () => state,
    set(isOn: boolean) {
      sets.push(isOn)
      if (problem !== null) throw new Error(problem)
      state = isOn ? 'on' : 'off'
    },
  }
  const followed = followLoginItem({
    ...{ item, isWanted },
    change: (wanted) => changes.push(wanted),
    note: (text) => notes.push(text),
  })
  return { followed, sets, changes, notes }
}

describe('starting at login', () => {
  it('follows the setting', () => {
    const { followed, sets, changes } = setUp('off', false)
    followed.follow(false)
    followed.follow(true)
    followed.follow(true)
    followed.follow(false)
    expect(sets).toEqual([true, false])
    expect(changes).toEqual([])
  })

  it('what was switched off in the system switches the setting off, and says so', () => {
    const { followed, sets, changes, notes } = setUp('off', true)
    expect([sets, changes, notes]).toEqual([[], [false], [switchedOffText]])
    // The setting is seen as it was until its change is through.
    followed.follow(true)
    followed.follow(false)
    expect(sets).toEqual([])
    followed.follow(true)
    expect(sets).toEqual([true])
  })

  it('what was switched on in the system switches the setting on, and says so', () => {
    expect(setUp('on', false)).toMatchObject({ sets: [], changes: [true], notes: [switchedOnText] })
  })

  it('a program that was moved is written anew, without a word', () => {
    expect(setUp('elsewhere', true)).toMatchObject({ sets: [true], changes: [], notes: [] })
  })

  it('another copy of Tocsin is left alone', () => {
    expect(setUp('elsewhere', false)).toMatchObject({ sets: [], changes: [], notes: [] })
  })

  it('a refusal is told, and the setting says what is true', () => {
    const { followed, changes, notes, sets } = setUp('off', false, 'No.')
    followed.follow(true)
    expect([changes, notes]).toEqual([[false], ['No.']])
    followed.follow(false)
    expect(sets).toEqual([true])
  })
})
