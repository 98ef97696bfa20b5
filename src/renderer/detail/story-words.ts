/** A notification's story in words, and why its toast was not seen. Pure. */
import type { Story, StoryStep } from '../../contract/story.ts'

export const storyWords: Readonly<Record<StoryStep, string>> = {
  received: 'Received',
  stored: 'Stored',
  'toast-shown': 'Shown as a toast',
  'toast-digest': 'Counted in a toast for several',
  'toast-silent': 'No toast',
  'toast-failed': 'The toast failed',
  'toast-unanswered': 'No word about the toast',
  snoozed: 'Snoozed',
  'snooze-ended': 'Snooze ended',
  'toast-dismissed': 'Toast closed without opening it',
  opened: 'Opened',
  read: 'Marked as read',
  'acknowledgement-sent': 'Acknowledgement sent',
  'acknowledgement-confirmed': 'Confirmed by the server',
  'acknowledgement-unconfirmed': 'Not confirmed by the server',
}

/** That a toast was closed says that it was seen; what became of it before is told already. */
type Fate = Exclude<Extract<StoryStep, `toast-${string}`>, 'toast-dismissed'>

const fates: Readonly<Record<Fate, string>> = {
  'toast-shown': 'A toast was shown for this notification.',
  'toast-digest': 'This notification had no toast of its own, but was counted in one for several',
  'toast-silent': 'No toast was shown for this notification',
  'toast-failed': 'The toast for this notification could not be shown',
  'toast-unanswered': 'The toast for this notification was handed over, but nobody said whether it was shown',
}

/** @returns a sentence: whether a toast was shown, and if not, why; null while that is not known */
export function toastSentence(story: Story): string | null {
  const last = story.steps.findLast(({ step }) => step in fates)
  if (last === undefined) return null
  const fate = fates[last.step as Fate] // a key of it, as was just asked
  if (fate.endsWith('.')) return fate
  return last.reason === null ? `${fate}.` : `${fate}: ${uncapitalised(last.reason)}`
}

/** A sentence that goes on after a colon; a word all in capitals keeps them. */
function uncapitalised(sentence: string): string {
  return /^\p{Lu}\p{Ll}|^\p{Lu} /u.test(sentence)
    ? sentence.charAt(0).toLowerCase() + sentence.slice(1)
    : sentence
}
