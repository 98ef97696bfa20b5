import { expect, test } from 'vitest'
import type { Story } from '../../contract/story.ts'
import { english } from '../../i18n/i18n-under-test.ts'
import { toastSentence } from './story-words.ts'

const story = (...steps: readonly (readonly [Story['steps'][number]['step'], string | null])[]): Story => ({
  steps: steps.map(([step, reason], index) => ({ at: index, step, reason })),
})

test.each([
  ['was shown', story(['received', null], ['toast-shown', null]), 'A toast was shown for this notification.'],
  [
    'was not shown, and why',
    story(['toast-silent', 'Toasts are switched off in the settings.']),
    'No toast was shown for this notification: toasts are switched off in the settings.',
  ],
  [
    'was not shown, for no known reason',
    story(['toast-silent', null]),
    'No toast was shown for this notification.',
  ],
  [
    'failed after all',
    story(['toast-shown', null], ['toast-failed', 'DBus has no notification service.']),
    'The toast for this notification could not be shown: DBus has no notification service.',
  ],
  [
    'was handed over, and never heard of again',
    story(['toast-unanswered', null]),
    'The toast for this notification was handed over, but nobody said whether it was shown.',
  ],
  [
    'was shown, also when it was closed since',
    story(['toast-shown', null], ['toast-dismissed', null], ['snoozed', null]),
    'A toast was shown for this notification.',
  ],
])('says that a toast %s', (_what, told, sentence) => {
  expect(toastSentence(english, told)).toBe(sentence)
})

test('says nothing where nothing is known', () => {
  expect(toastSentence(english, story(['received', null], ['read', null]))).toBeNull()
})
