/** A row's accessible name: its type, then its title (interface.md). */
import type { NotificationRow } from '../../contract/notification-row.ts'
import type { I18n } from '../../i18n/create-i18n.ts'
import { typeWord } from '../notification-type/type-word.ts'
import { displayLine } from '../text/display-text.ts'

export function rowName(i18n: I18n, row: NotificationRow): string {
  const type = typeWord(i18n, row.type)
  return i18n.t('list.row', { type, title: displayLine(row.title, type) })
}
