/** Prints each notification as it arrives, where the output is a terminal. */
import { styleText } from 'node:util'
import type { AnyEvent } from '../contract/events.ts'
import type { NotificationRow } from '../contract/notification-row.ts'
import { plainText } from '../engine/toasts/toast-text.ts'

const styles = { info: 'blue', warning: 'yellow', error: 'red', success: 'green' } as const

/** @returns a listener for the engine's events */
export function createTerminalPrinter(write: (line: string) => void): (event: AnyEvent) => void {
  return (event) => {
    if (event.name !== 'stateChanged') return
    for (const change of event.data.changes) {
      if (change.kind === 'notifications-arrived') for (const row of change.rows) write(`${toLine(row)}\n`)
    }
  }
}

/** Text from a server never reaches the terminal raw: it could carry escape sequences. */
function toLine(row: NotificationRow): string {
  const time = new Date(row.receivedAt).toTimeString().slice(0, 8)
  const type = styleText(styles[row.type], row.type.toUpperCase().padEnd(7))
  const message = plainText(row.message, 200)
  return `${time}  ${type}  ${plainText(row.title, 100)}${message === '' ? '' : `: ${message}`}`
}
