/** Reads the mix of types as a flag gives it: `info=6,error=1`. */
import { isNotificationType } from '../../../protocol/notification-type.ts'
import type { Mix } from './scenario.ts'

/** @returns null when it is not such a list, or has no weight above 0 */
export function parseMix(text: string): Mix | null {
  const mix: Partial<Record<keyof Mix, number>> = {}
  for (const part of text.split(',')) {
    const [, type, weight] = /^\s*([a-z]+)\s*=\s*(\d{1,6}(?:\.\d+)?)\s*$/.exec(part) ?? []
    if (!isNotificationType(type)) return null
    mix[type] = Number(weight)
  }
  return Object.values(mix).some((weight) => weight > 0) ? mix : null
}
