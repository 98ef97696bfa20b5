/** A line above everything that says what is wrong, or asks something, with at most one thing to do about it. */
import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import './notice.css'

type Props = {
  readonly tone: 'neutral' | 'warning' | 'error'
  readonly icon: LucideIcon
  readonly isAlert?: boolean
  readonly action?: ReactNode
  readonly children: ReactNode
}

export function Notice({ tone, icon: Icon, isAlert = false, action, children }: Props) {
  return (
    <div className="notice" data-tone={tone} role={isAlert ? 'alert' : undefined}>
      <Icon className="notice-icon" size={16} aria-hidden="true" />
      <p className="notice-text">{children}</p>
      {action !== undefined && <div className="notice-action">{action}</div>}
    </div>
  )
}
