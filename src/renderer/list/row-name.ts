/** A row's accessible name: its type, then its title (interface.md). */
import type { NotificationRow } from '../../contract/notification-row.ts'
import { typeWords } from '../notification-type/type-word.ts'
import { displayLine } from '../text/display-text.ts'

export function rowName(row: NotificationRow): string {
  const word = typeWords[row.type]
  return `${word}: ${displayLine(row.title, word)}`
}
