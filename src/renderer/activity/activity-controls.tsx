/** What of the activity is shown: one kind or all, problems alone or everything. */
import { useI18n } from '../i18n/i18n-context.tsx'
import { type ActivityFilter, activityKinds } from './activity-filter.ts'

type Props = {
  readonly filter: ActivityFilter
  readonly onChange: (filter: ActivityFilter) => void
}

export function ActivityControls({ filter, onChange }: Props) {
  const { t } = useI18n()
  const { kind, isProblemsOnly } = filter
  return (
    <div className="activity-controls">
      <select
        className="activity-select"
        aria-label={t('activity.kind')}
        value={kind ?? ''}
        onChange={({ currentTarget: { value } }) =>
          onChange({ ...filter, kind: activityKinds.find((each) => each === value) ?? null })
        }
      >
        <option value="">{t('activity.kind.all')}</option>
        {activityKinds.map((each) => (
          <option key={each} value={each}>
            {t(`activity.kind.${each}`)}
          </option>
        ))}
      </select>
      <fieldset className="segments activity-severities" aria-label={t('activity.severity')}>
        {[false, true].map((each) => (
          <button
            key={String(each)}
            type="button"
            className="segment"
            aria-pressed={each === isProblemsOnly}
            onClick={() => onChange({ ...filter, isProblemsOnly: each })}
          >
            {t(each ? 'activity.severity.problems' : 'activity.severity.all')}
          </button>
        ))}
      </fieldset>
    </div>
  )
}
