/** The one fact that each type brings along, in words; null where the server left it out. */
import type { NotificationRow } from '../../contract/notification-row.ts'
import type { I18n } from '../../i18n/create-i18n.ts'
import { displayLine } from '../text/display-text.ts'

const factLimit = 60

export function typeFact(i18n: I18n, row: NotificationRow): string | null {
  const { t } = i18n
  switch (row.type) {
    case 'info':
      return row.priority === null ? null : t(`types.priority.${row.priority}`)
    case 'warning':
      return row.actionRequired === true ? t('types.action') : null
    case 'error':
      return errorFact(i18n, row)
    case 'success':
      if (row.completionTime === null) return null
      return t('types.completed', { duration: cut(displayLine(row.completionTime, '?')) })
  }
}

function errorFact({ t }: I18n, { errorCode, retryAllowed }: NotificationRow): string | null {
  if (errorCode === null) return retryAllowed === null ? null : t(`types.${retryKey(retryAllowed)}`)
  // A code is a name made of digits: it is not grouped as an amount would be.
  const code = { code: String(errorCode) }
  return retryAllowed === null ? t('types.code', code) : t(`types.code.${retryKey(retryAllowed)}`, code)
}

const retryKey = (isAllowed: boolean) => (isAllowed ? 'retry' : 'no-retry')
const cut = (text: string): string => (text.length <= factLimit ? text : `${text.slice(0, factLimit)}…`)
