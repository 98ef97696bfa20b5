/** Whether the user wants no toasts of such a notification: by its type and its title. Pure. */
import type { Mute } from '../../contract/mute.ts'
import { titlePattern } from '../../contract/title-pattern.ts'
import type { ParsedNotification } from '../../protocol/notification-type.ts'

export function isMuted(
  { type, title }: Pick<ParsedNotification, 'type' | 'title'>,
  mutes: readonly Mute[],
): boolean {
  const ofType = mutes.filter((mute) => mute.type === type)
  // Most have none: then the title need not be looked at.
  if (ofType.length === 0) return false
  const pattern = titlePattern(title)
  return ofType.some((mute) => mute.titlePattern === pattern)
}
