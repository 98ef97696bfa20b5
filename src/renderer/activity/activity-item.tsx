/** One entry of the activity log. */
import {
  Bell,
  CheckCheck,
  FileWarning,
  HardDrive,
  type LucideIcon,
  MessageSquare,
  Plug,
  SlidersHorizontal,
} from 'lucide-react'
import { memo } from 'react'
import type { ActivityEntry } from '../../contract/snapshot.ts'
import { displayLine, displaySource } from '../text/display-text.ts'
import { clockTime, exactTime, machineTime } from '../time/exact-time.ts'

const kinds: Readonly<Record<ActivityEntry['kind'], { readonly icon: LucideIcon; readonly word: string }>> = {
  connection: { icon: Plug, word: 'Connection' },
  system: { icon: MessageSquare, word: 'Server' },
  acknowledgement: { icon: CheckCheck, word: 'Acknowledgement' },
  rejected: { icon: FileWarning, word: 'Not understood' },
  settings: { icon: SlidersHorizontal, word: 'Settings' },
  toast: { icon: Bell, word: 'Toast' },
  storage: { icon: HardDrive, word: 'Storage' },
}

const textLimit = 500

export const ActivityItem = memo(function ActivityItem({ entry }: { readonly entry: ActivityEntry }) {
  const { icon: Icon, word } = kinds[entry.kind]
  return (
    <div className="activity-item" data-severity={entry.severity}>
      <Icon className="activity-icon" size={14} aria-hidden="true" />
      <div className="activity-body">
        <div className="activity-head">
          <span className="activity-kind">{word}</span>
          <time dateTime={machineTime(entry.at)} title={exactTime(entry.at)}>
            {clockTime(entry.at)}
          </time>
        </div>
        <p className="activity-text" dir="auto">
          {displayLine(entry.text).slice(0, textLimit)}
        </p>
        {entry.detail !== null && entry.detail !== '' && (
          <details className="activity-detail">
            <summary>Show what came</summary>
            <pre dir="ltr">{displaySource(entry.detail)}</pre>
          </details>
        )}
      </div>
    </div>
  )
})
