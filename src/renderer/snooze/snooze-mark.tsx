/** A row's mark that its notification comes back. Of its own, so that a snooze renders no other row. */
import { AlarmClock } from 'lucide-react'
import { useI18n } from '../i18n/i18n-context.tsx'
import { useSnoozeEnd } from './use-snooze-end.ts'
import { useSnoozedUntil } from './use-snoozed-until.ts'

export function SnoozeMark({ rowId }: { readonly rowId: number }) {
  const untilMs = useSnoozedUntil(rowId)
  return untilMs === null ? null : <Mark untilMs={untilMs} />
}

function Mark({ untilMs }: { readonly untilMs: number }) {
  const { t } = useI18n()
  return (
    <span className="row-pin">
      <AlarmClock size={12} strokeWidth={2.25} aria-hidden="true" />
      {t('snooze.comes-back', { when: useSnoozeEnd(untilMs) })}
    </span>
  )
}
