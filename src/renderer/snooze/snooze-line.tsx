/** Says of a snoozed notification when it comes back, and ends the wait. */
import { AlarmClock } from 'lucide-react'
import { useStore } from '../store/store-context.tsx'
import { useSnoozeWords } from './use-snooze-words.ts'
import { useSnoozedUntil } from './use-snoozed-until.ts'
import './snooze.css'

export function SnoozeLine({ rowId }: { readonly rowId: number }) {
  const untilMs = useSnoozedUntil(rowId)
  return untilMs === null ? null : <Line rowId={rowId} untilMs={untilMs} />
}

function Line({ rowId, untilMs }: { readonly rowId: number; readonly untilMs: number }) {
  const store = useStore()
  return (
    <div className="snooze-line">
      <AlarmClock size={15} aria-hidden="true" />
      <p>{useSnoozeWords(untilMs)}.</p>
      <button
        type="button"
        className="link-button"
        onClick={() => store.run('endSnooze', { rowIds: [rowId] })}
      >
        End snooze
      </button>
    </div>
  )
}
