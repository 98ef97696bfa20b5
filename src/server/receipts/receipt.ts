/** A receipt as it is told: what became of a published notification, each step with its time. */
import type { StoredReceipt } from '../store/store.ts'

export type Receipt = {
  readonly id: string
  /** Null: everyone. */
  readonly client_id: string | null
  /** How far it has come, with whoever got furthest. */
  readonly state: 'stored' | 'delivered' | 'acknowledged'
  readonly stored_at: string
  readonly expires_at: string
  readonly delivered: number
  readonly acknowledged: number
  readonly recipients: readonly {
    readonly client_id: string
    readonly delivered_at: string | null
    readonly acknowledged_at: string | null
  }[]
}

export function buildReceipt(stored: StoredReceipt, retentionMs: number): Receipt {
  const { message, recipients, deliveredCount, acknowledgedCount } = stored
  return {
    id: message.id,
    client_id: message.stream,
    state: acknowledgedCount > 0 ? 'acknowledged' : deliveredCount > 0 ? 'delivered' : 'stored',
    stored_at: isoTime(message.publishedAtMs),
    expires_at: isoTime(message.publishedAtMs + retentionMs),
    delivered: deliveredCount,
    acknowledged: acknowledgedCount,
    recipients: recipients.map(({ clientId, deliveredAtMs, acknowledgedAtMs }) => ({
      client_id: clientId,
      delivered_at: deliveredAtMs === null ? null : isoTime(deliveredAtMs),
      acknowledged_at: acknowledgedAtMs === null ? null : isoTime(acknowledgedAtMs),
    })),
  }
}

const isoTime = (atMs: number): string => new Date(atMs).toISOString()
