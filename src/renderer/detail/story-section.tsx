/** What happened to a notification, step by step, and whether its toast was seen. */
import type { Story } from '../../contract/story.ts'
import { useI18n } from '../i18n/i18n-context.tsx'
import { displayLine } from '../text/display-text.ts'
import { machineTime } from '../time/machine-time.ts'
import { toastSentence } from './story-words.ts'

export function StorySection({ story }: { readonly story: Story }) {
  const i18n = useI18n()
  const { t, formats } = i18n
  const sentence = toastSentence(i18n, story)
  return (
    <section className="story" aria-label={t('detail.story')}>
      <h3 className="card-title">{t('detail.story.title')}</h3>
      {sentence !== null && <p className="story-toast">{displayLine(sentence)}</p>}
      <ol className="story-steps">
        {story.steps.map(({ at, step, reason }) => (
          <li key={`${step} ${at}`}>
            <time dateTime={machineTime(at)} title={formats.exactTime(at)}>
              {formats.clockTime(at)}
            </time>
            <span>
              {t(`detail.step.${step}`)}
              {reason !== null && <span className="story-reason">{displayLine(reason)}</span>}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
