/** Which bar of the chart is under the pointer, and which of its colours. */
import { isNotificationType, type NotificationType } from '../../protocol/notification-type.ts'

type BarUnder = { readonly index: number | null; readonly type: NotificationType | null }

export function barUnder(target: EventTarget): BarUnder {
  if (!(target instanceof HTMLElement)) return { index: null, type: null }
  const index = target.closest<HTMLElement>('[data-bar]')?.dataset['bar']
  const { type } = target.dataset
  return { index: index === undefined ? null : Number(index), type: isNotificationType(type) ? type : null }
}
