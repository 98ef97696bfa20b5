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
import { useI18n } from '../i18n/i18n-context.tsx'
import { displayLine, displaySource } from '../text/display-text.ts'
import { machineTime } from '../time/machine-time.ts'

const icons: Readonly<Record<ActivityEntry['kind'], LucideIcon>> = {
  connection: Plug,
  system: MessageSquare,
  acknowledgement: CheckCheck,
  rejected: FileWarning,
  settings: SlidersHorizontal,
  toast: Bell,
  storage: HardDrive,
}

const textLimit = 500

export const ActivityItem = memo(function ActivityItem({ entry }: { readonly entry: ActivityEntry }) {
  const { t, formats } = useI18n()
  const Icon = icons[entry.kind]
  return (
    <div className="activity-item" data-severity={entry.severity}>
      <Icon className="activity-icon" size={14} aria-hidden="true" />
      <div className="activity-body">
        <div className="activity-head">
          <span className="activity-kind">
            {t(`activity.kind.${entry.kind}`)}
            {entry.severity !== 'info' && (
              <span className="activity-severity">{t(`activity.severity.${entry.severity}`)}</span>
            )}
          </span>
          <time dateTime={machineTime(entry.at)} title={formats.exactTime(entry.at)}>
            {formats.clockTime(entry.at)}
          </time>
        </div>
        <p className="activity-text" dir="auto">
          {displayLine(entry.text).slice(0, textLimit)}
        </p>
        {entry.detail !== null && entry.detail !== '' && (
          <details className="activity-detail">
            <summary>{t('activity.detail')}</summary>
            <pre dir="ltr">{displaySource(entry.detail)}</pre>
          </details>
        )}
      </div>
    </div>
  )
})
