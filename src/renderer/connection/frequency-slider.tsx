/** How often the server is asked to send. Follows the setting, which the tray may change as well. */
import { useId } from 'react'
import { frequencySeconds } from '../../protocol/limits.ts'
import { useI18n } from '../i18n/i18n-context.tsx'
import { frequencyWords } from './frequency-words.ts'
import { useFrequencyDraft } from './use-frequency-draft.ts'
import './frequency-slider.css'

export function FrequencySlider({ describedBy }: { readonly describedBy?: string }) {
  const id = useId()
  const i18n = useI18n()
  const { value, problem, propose, flush } = useFrequencyDraft()
  const shown = value ?? frequencySeconds.default
  const { min, max, step } = frequencySeconds
  return (
    <div className="frequency">
      <label htmlFor={id} className="frequency-label">
        {i18n.t('connection.frequency')}
      </label>
      <input
        id={id}
        type="range"
        className="frequency-range"
        min={min}
        max={max}
        step={step}
        value={shown}
        style={{ '--filled': `${((shown - min) / (max - min)) * 100}%` } as React.CSSProperties}
        disabled={value === null}
        aria-valuetext={frequencyWords(i18n, shown)}
        aria-describedby={describedBy}
        onChange={(event) => propose(event.currentTarget.valueAsNumber)}
        onPointerUp={flush}
        onBlur={flush}
      />
      <span className="frequency-words" aria-hidden="true">
        {frequencyWords(i18n, shown)}
      </span>
      {problem !== null && (
        <span className="field-problem" role="alert">
          {problem}
        </span>
      )}
    </div>
  )
}
