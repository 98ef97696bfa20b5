/** A type's icon in its colour. The word always stands near: colour alone says nothing to some. */
import { CircleCheck, Info, type LucideIcon, OctagonAlert, TriangleAlert } from 'lucide-react'
import { memo } from 'react'
import type { NotificationType } from '../../protocol/notification-type.ts'
import './type-icon.css'

const icons: Readonly<Record<NotificationType, LucideIcon>> = {
  info: Info,
  warning: TriangleAlert,
  error: OctagonAlert,
  success: CircleCheck,
}

type Props = { readonly type: NotificationType; readonly size?: number }

export const TypeIcon = memo(function TypeIcon({ type, size = 16 }: Props) {
  const Icon = icons[type]
  return <Icon className="type-icon" data-type={type} size={size} strokeWidth={2} aria-hidden="true" />
})
