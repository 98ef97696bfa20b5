import { expect, test } from 'vitest'
import { english } from '../../i18n/i18n-under-test.ts'
import { describeConnection, sourceName } from './connection-words.ts'
import { frequencyWords } from './frequency-words.ts'

test('each phase has the word that interface.md promises', () => {
  expect(describeConnection(english, { phase: 'live', since: 1, silentSince: null }).word).toBe('Connected')
  expect(describeConnection(english, { phase: 'connecting', since: 1, attempt: 2 }).word).toBe('Connecting')
  expect(describeConnection(english, { phase: 'disconnected', since: 1, reason: 'x' }).word).toBe(
    'Disconnected',
  )
  expect(
    describeConnection(english, { phase: 'waiting', since: 1, retryAt: 2, attempt: 1, reason: 'x' }).word,
  ).toBe('Reconnecting')
})

test('silence has its time', () => {
  const silent = describeConnection(english, { phase: 'live', since: 1, silentSince: 2 })
  expect(silent.word).toBe('Connected')
  expect(silent.reason).toMatch(/^but silent since \d/)
})

test('a source is called by its host', () => {
  expect(
    sourceName(english, {
      isEmbedded: true,
      url: 'ws://127.0.0.1:4/ws/notify/a',
      hasAccessToken: false,
      isOverride: false,
      publishUrl: null,
    }),
  ).toBe('built-in server')
  expect(
    sourceName(english, {
      isEmbedded: false,
      url: 'wss://mockly.me/ws/notify/a',
      hasAccessToken: false,
      isOverride: false,
      publishUrl: null,
    }),
  ).toBe('mockly.me')
  expect(
    sourceName(english, {
      isEmbedded: false,
      url: '',
      hasAccessToken: false,
      isOverride: false,
      publishUrl: null,
    }),
  ).toBe('no usable source')
})

test('a frequency is said in seconds', () => {
  expect(frequencyWords(english, 5)).toBe('every 5 seconds')
  expect(frequencyWords(english, 2.5)).toBe('every 2.5 seconds')
  expect(frequencyWords(english, 1)).toBe('every 1 second')
})
