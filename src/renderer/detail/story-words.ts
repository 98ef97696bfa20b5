/** A notification's story in words: why its toast was not seen. Pure. */
import type { Story, StoryStep } from '../../contract/story.ts'
import type { I18n } from '../../i18n/create-i18n.ts'

/** That a toast was closed says that it was seen; what became of it before is told already. */
const fates = ['toast-shown', 'toast-digest', 'toast-silent', 'toast-failed', 'toast-unanswered'] as const
type Fate = (typeof fates)[number]

const isFate = (step: StoryStep): step is Fate => fates.some((fate) => fate === step)

/** @returns a sentence: whether a toast was shown, and if not, why; null while that is not known */
export function toastSentence({ t }: I18n, story: Story): string | null {
  const last = story.steps.findLast(({ step }) => isFate(step))
  if (last === undefined || !isFate(last.step)) return null
  const { step, reason } = last
  if (reason === null || step === 'toast-shown' || step === 'toast-unanswered')
    return t(`detail.fate.${step}`)
  return t(`detail.fate.${step}.reason`, { reason: uncapitalised(reason) })
}

/** A sentence that goes on after a colon; a word all in capitals keeps them. */
function uncapitalised(sentence: string): string {
  return /^\p{Lu}\p{Ll}|^\p{Lu} /u.test(sentence)
    ? sentence.charAt(0).toLowerCase() + sentence.slice(1)
    : sentence
}
