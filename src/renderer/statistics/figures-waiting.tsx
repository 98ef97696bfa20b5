/** What stands in the place of the figures until they are there. */
import { useI18n } from '../i18n/i18n-context.tsx'

export function FiguresWaiting() {
  const { t } = useI18n()
  return (
    <div className="card">
      <p className="figures-hint">{t('statistics.reading')}</p>
    </div>
  )
}
