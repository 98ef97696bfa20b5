/** The one fact that each type brings along, in words; null where the server left it out. */
import type { NotificationRow } from '../../contract/notification-row.ts'
import { displayLine } from '../text/display-text.ts'

const factLimit = 60

export function typeFact(row: NotificationRow): string | null {
  switch (row.type) {
    case 'info':
      return row.priority === null ? null : `${capitalise(row.priority)} priority`
    case 'warning':
      return row.actionRequired === true ? 'Action required' : null
    case 'error':
      return errorFact(row)
    case 'success':
      return row.completionTime === null ? null : `Completed in ${cut(displayLine(row.completionTime, '?'))}`
  }
}

function errorFact({ errorCode, retryAllowed }: NotificationRow): string | null {
  const facts = [
    ...(errorCode === null ? [] : [`Code ${errorCode}`]),
    ...(retryAllowed === null ? [] : [retryAllowed ? 'retry possible' : 'no retry']),
  ]
  return facts.length === 0 ? null : facts.join(' · ')
}

const capitalise = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)
const cut = (text: string): string => (text.length <= factLimit ? text : `${text.slice(0, factLimit)}…`)
