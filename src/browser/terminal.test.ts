import { stripVTControlCharacters } from 'node:util'
import { describe, expect, it } from 'vitest'
import type { NotificationRow } from '../contract/notification-row.ts'
import { createTerminalPrinter } from './terminal.ts'

const row: NotificationRow = {
  rowId: 1,
  type: 'error',
  foreignType: null,
  wireId: 'a',
  title: 'Backup \u001b]0;owned\u0007failed',
  message: 'No space\nleft \u001b[2J',
  isCut: false,
  timestamp: null,
  receivedAt: new Date(2026, 0, 1, 14, 2, 11).getTime(),
  readAt: null,
  acknowledgement: 'none',
  pinnedAt: null,
  priority: null,
  actionRequired: null,
  errorCode: null,
  retryAllowed: null,
  completionTime: null,
}
const counts = { total: 0, unread: 0 }

describe('the terminal', () => {
  it("prints a line for each notification, and none of the server's escape sequences", () => {
    const lines: string[] = []
    createTerminalPrinter((line) => lines.push(line))({
      name: 'stateChanged',
      data: {
        runId: 'r',
        revision: 1,
        changes: [
          {
            kind: 'notifications-arrived',
            rows: [row],
            counts: { info: counts, warning: counts, error: counts, success: counts },
          },
        ],
      },
    })
    expect(lines).toHaveLength(1)
    expect(stripVTControlCharacters(lines[0] ?? '')).toBe(
      '14:02:11  ERROR    Backup  ]0;owned failed: No space left  [2J\n',
    )
    expect(lines[0]).not.toContain('\u001b[2J')
  })
})
