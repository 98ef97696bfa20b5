import { expect, test } from 'vitest'
import { isMuted, toggleMute } from './mutes.ts'

const build = { type: 'error', titlePattern: 'Build # failed' } as const

test('what is muted can be unmuted, and the others stay', () => {
  const other = { type: 'info', titlePattern: 'Build # failed' } as const
  const muted = toggleMute([other], build)
  expect(muted).toEqual([other, build])
  expect(isMuted(muted, build)).toBe(true)
  expect(isMuted([other], build)).toBe(false)
  expect(toggleMute(muted, build)).toEqual([other])
})

test('nothing of the report gets into the settings', () => {
  const item = { ...build, title: 'Build 7 failed', count: 3 }
  expect(toggleMute([], item)).toEqual([build])
})
