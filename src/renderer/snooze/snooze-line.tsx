/** Says of a snoozed notification when it comes back, and ends the wait. */
import { AlarmClock } from 'lucide-react'
import { useI18n } from '../i18n/i18n-context.tsx'
import { useStore } from '../store/store-context.tsx'
import { useSnoozeEnd } from './use-snooze-end.ts'
import { useSnoozedUntil } from './use-snoozed-until.ts'
import './snooze.css'

export function SnoozeLine({ rowId }: { readonly rowId: number }) {
  const untilMs = useSnoozedUntil(rowId)
  return untilMs === null ? null : <Line rowId={rowId} untilMs={untilMs} />
}

function Line({ rowId, untilMs }: { readonly rowId: number; readonly untilMs: number }) {
  const store = useStore()
  const { t } = useI18n()
  return (
    <div className="snooze-line">
      <AlarmClock size={15} aria-hidden="true" />
      <p>{t('snooze.comes-back.sentence', { when: useSnoozeEnd(untilMs) })}</p>
      <button
        type="button"
        className="link-button"
        onClick={() => store.run('endSnooze', { rowIds: [rowId] })}
      >
        {t('snooze.end')}
      </button>
    </div>
  )
}
