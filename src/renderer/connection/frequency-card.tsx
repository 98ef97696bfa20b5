/** The frequency once more, with what it means. */
import { useId } from 'react'
import { useI18n } from '../i18n/i18n-context.tsx'
import { useWindowState } from '../store/store-context.tsx'
import { FrequencySlider } from './frequency-slider.tsx'

export function FrequencyCard() {
  const { t } = useI18n()
  const id = useId()
  const seconds = useWindowState(({ engine }) => engine?.settings.frequencySeconds ?? null)
  return (
    <div className="card frequency-card">
      <FrequencySlider describedBy={id} />
      <p id={id} className="fact-help">
        {t('connection.frequency.help')}{' '}
        {seconds !== null && t('connection.frequency.hour', { count: Math.round(3_600 / seconds) })}
      </p>
    </div>
  )
}
