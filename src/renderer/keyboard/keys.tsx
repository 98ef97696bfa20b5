/** A chord, drawn as its keys. */
import { Fragment } from 'react'
import { useI18n } from '../i18n/i18n-context.tsx'
import type { Chord } from './chord.ts'
import { chordKeys, chordWords } from './chord-words.ts'
import { useIsApple } from './use-command-keys.ts'
import './keys.css'

export function Keys({ chord }: { readonly chord: Chord }) {
  const i18n = useI18n()
  const isApple = useIsApple()
  return (
    <span className="keys">
      <span className="visually-hidden">{chordWords(i18n, chord, isApple)}</span>
      <span className="keys-drawn" aria-hidden="true">
        {chordKeys(i18n, chord, isApple).map((step, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the steps of one chord never change.
          <Fragment key={index}>
            {step.map((key) => (
              <kbd key={key} className="key">
                {key}
              </kbd>
            ))}
          </Fragment>
        ))}
      </span>
    </span>
  )
}
