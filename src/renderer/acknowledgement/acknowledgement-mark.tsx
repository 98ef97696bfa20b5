/** The state of an acknowledgement, by word and icon. */
import { Check, CheckCheck, CircleAlert, Clock, type LucideIcon, Send } from 'lucide-react'
import type { AcknowledgementState } from '../../contract/notification-row.ts'
import { useI18n } from '../i18n/i18n-context.tsx'
import './acknowledgement-mark.css'

const icons: Readonly<Record<Exclude<AcknowledgementState, 'none'>, LucideIcon>> = {
  pending: Send,
  sent: Clock,
  confirmed: CheckCheck,
  unconfirmed: CircleAlert,
  local: Check,
}

export function AcknowledgementMark({ state }: { readonly state: AcknowledgementState }) {
  const { t } = useI18n()
  const Icon = state === 'none' ? null : icons[state]
  return (
    <span className="acknowledgement-mark" data-state={state}>
      {Icon === null ? (
        <span className="unread-dot" aria-hidden="true" />
      ) : (
        <Icon size={13} strokeWidth={2.25} aria-hidden="true" />
      )}
      {t(`acknowledgement.${state}`)}
    </span>
  )
}
