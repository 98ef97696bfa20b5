/** The search that finds what a bar stands for. Pure. */
import type { NotificationType } from '../../protocol/notification-type.ts'
import { dayOf } from '../search/day-of.ts'
import type { Stretch } from './volume-range.ts'

/**
 * In this computer's zone, to the minute, as searches take it. The hour that a clock is set back by comes twice and has
 * one name: both are found then.
 */
export function volumeQuery({ from, to }: Stretch, type: NotificationType | null): string {
  const times = `after:${momentOf(from)} before:${momentOf(to)}`
  return type === null ? times : `type:${type} ${times}`
}

function momentOf(atMs: number): string {
  const at = new Date(atMs)
  const [hours, minutes] = [at.getHours(), at.getMinutes()].map((value) => String(value).padStart(2, '0'))
  return hours === '00' && minutes === '00' ? dayOf(atMs) : `${dayOf(atMs)}T${hours}:${minutes}`
}
