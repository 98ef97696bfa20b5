/** A notification as a record of CSV (RFC 4180), harmless in a spreadsheet. Not lossless: JSON Lines are. */
import { type ExportRow, toIsoTime, toIsoTimeOrNull } from './export-row.ts'

type Cell = string | number | boolean | null

const columns: Readonly<Record<string, (row: ExportRow) => Cell>> = {
  receivedAt: ({ detail }) => toIsoTime(detail.receivedAt),
  type: ({ detail }) => detail.foreignType || detail.type,
  title: ({ detail }) => detail.title,
  message: ({ detail }) => detail.message,
  id: ({ detail }) => detail.wireId,
  timestamp: ({ detail }) => detail.timestamp,
  priority: ({ detail }) => detail.priority,
  actionRequired: ({ detail }) => detail.actionRequired,
  errorCode: ({ detail }) => detail.errorCode,
  retryAllowed: ({ detail }) => detail.retryAllowed,
  completionTime: ({ detail }) => detail.completionTime,
  readAt: ({ detail }) => toIsoTimeOrNull(detail.readAt),
  acknowledgement: ({ detail }) => detail.acknowledgement,
  source: ({ source }) => source,
}

/**
 * A spreadsheet takes a cell that begins so for a formula, and runs it: whoever can send a notification could then run
 * one (OWASP, CSV Injection; ASVS 1.2.10 adds NUL).
 */
const formulaStart = /^[=+\-@\t\r\n\0]/

function toField(cell: Cell): string {
  const text = cell === null ? '' : String(cell)
  const harmless = formulaStart.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}

const toRecord = (cells: readonly Cell[]): string => `${cells.map(toField).join(',')}\r\n`

/**
 * The mark that says "UTF-8": spreadsheets, which are who reads CSV, take the file for their old code page without it.
 * Programs have JSON Lines, which have none.
 */
const byteOrderMark = '\ufeff'

export const csvHeader = `${byteOrderMark}${toRecord(Object.keys(columns))}`

export const toCsvLine = (row: ExportRow): string => toRecord(Object.values(columns).map((cell) => cell(row)))
