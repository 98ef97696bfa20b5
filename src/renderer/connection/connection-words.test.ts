import { expect, test } from 'vitest'
import { describeConnection, sourceName } from './connection-words.ts'
import { frequencyWords } from './frequency-words.ts'

test('each phase has the word that interface.md promises', () => {
  expect(describeConnection({ phase: 'live', since: 1, silentSince: null }).word).toBe('Connected')
  expect(describeConnection({ phase: 'connecting', since: 1, attempt: 2 }).word).toBe('Connecting')
  expect(describeConnection({ phase: 'disconnected', since: 1, reason: 'x' }).word).toBe('Disconnected')
  expect(describeConnection({ phase: 'waiting', since: 1, retryAt: 2, attempt: 1, reason: 'x' }).word).toBe(
    'Reconnecting',
  )
})

test('silence has its time', () => {
  const silent = describeConnection({ phase: 'live', since: 1, silentSince: 2 })
  expect(silent.word).toBe('Connected')
  expect(silent.reason).toMatch(/^but silent since \d/)
})

test('a source is called by its host', () => {
  expect(sourceName({ isEmbedded: true, url: 'ws://127.0.0.1:4/ws/notify/a', hasAccessToken: false })).toBe(
    'built-in server',
  )
  expect(sourceName({ isEmbedded: false, url: 'wss://mockly.me/ws/notify/a', hasAccessToken: false })).toBe(
    'mockly.me',
  )
  expect(sourceName({ isEmbedded: false, url: '', hasAccessToken: false })).toBe('no usable source')
})

test('a frequency is said in seconds', () => {
  expect(frequencyWords(5)).toBe('every 5 seconds')
  expect(frequencyWords(2.5)).toBe('every 2.5 seconds')
  expect(frequencyWords(1)).toBe('every 1 second')
})
