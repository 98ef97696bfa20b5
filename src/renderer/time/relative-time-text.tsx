/** How long ago, with the exact time on hover. */
import { exactTime, machineTime } from './exact-time.ts'
import { useRelativeTime } from './ticker-context.tsx'

export function RelativeTimeText({ atMs }: { readonly atMs: number }) {
  return (
    <time dateTime={machineTime(atMs)} title={exactTime(atMs)}>
      {useRelativeTime(atMs)}
    </time>
  )
}
