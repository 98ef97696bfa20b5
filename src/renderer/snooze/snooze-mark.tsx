/** A row's mark that its notification comes back. Of its own, so that a snooze renders no other row. */
import { AlarmClock } from 'lucide-react'
import { useSnoozeWords } from './use-snooze-words.ts'
import { useSnoozedUntil } from './use-snoozed-until.ts'

export function SnoozeMark({ rowId }: { readonly rowId: number }) {
  const untilMs = useSnoozedUntil(rowId)
  return untilMs === null ? null : <Mark untilMs={untilMs} />
}

function Mark({ untilMs }: { readonly untilMs: number }) {
  return (
    <span className="row-pin">
      <AlarmClock size={12} strokeWidth={2.25} aria-hidden="true" />
      {useSnoozeWords(untilMs)}
    </span>
  )
}
