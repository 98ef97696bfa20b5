/** What happened to a notification, step by step, and whether its toast was seen. */
import type { Story } from '../../contract/story.ts'
import { displayLine } from '../text/display-text.ts'
import { clockTime, exactTime, machineTime } from '../time/exact-time.ts'
import { storyWords, toastSentence } from './story-words.ts'

export function StorySection({ story }: { readonly story: Story }) {
  const sentence = toastSentence(story)
  return (
    <section className="story" aria-label="Story">
      <h3 className="card-title">What happened</h3>
      {sentence !== null && <p className="story-toast">{displayLine(sentence)}</p>}
      <ol className="story-steps">
        {story.steps.map(({ at, step, reason }) => (
          <li key={`${step} ${at}`}>
            <time dateTime={machineTime(at)} title={exactTime(at)}>
              {clockTime(at)}
            </time>
            <span>
              {storyWords[step]}
              {reason !== null && <span className="story-reason">{displayLine(reason)}</span>}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
