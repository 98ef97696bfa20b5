/** A notification as a line of JSON Lines. Nothing is lost in it: `read-import-lines.ts` gives it back. */
import { type ExportRow, toIsoTime, toIsoTimeOrNull } from './export-row.ts'

export function toJsonlLine({ detail, source }: ExportRow): string {
  const line = {
    receivedAt: toIsoTime(detail.receivedAt),
    source,
    readAt: toIsoTimeOrNull(detail.readAt),
    pinnedAt: toIsoTimeOrNull(detail.pinnedAt),
    acknowledgement: detail.acknowledgement,
    frame: detail.frame,
  }
  return `${JSON.stringify(line)}\n`
}
