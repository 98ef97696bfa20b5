/** How long ago, with the exact time on hover. */
import { useI18n } from '../i18n/i18n-context.tsx'
import { machineTime } from './machine-time.ts'
import { useRelativeTime } from './ticker-context.tsx'

export function RelativeTimeText({ atMs }: { readonly atMs: number }) {
  const { formats } = useI18n()
  return (
    <time dateTime={machineTime(atMs)} title={formats.exactTime(atMs)}>
      {useRelativeTime(atMs)}
    </time>
  )
}
