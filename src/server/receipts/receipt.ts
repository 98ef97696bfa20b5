/** A receipt as it is told: what became of a published notification, each step with its time. */
import Type, { type Static } from 'typebox'
import type { StoredReceipt } from '../store/store.ts'

const time = Type.String({ description: 'ISO 8601, in UTC.' })

export const Receipt = Type.Object({
  id: Type.String(),
  client_id: Type.Union([Type.String(), Type.Null()], { description: 'Null: everyone.' }),
  state: Type.Enum(['stored', 'delivered', 'acknowledged'], {
    description: 'How far it has come, with whoever got furthest.',
  }),
  stored_at: time,
  expires_at: time,
  delivered: Type.Integer({ minimum: 0 }),
  acknowledged: Type.Integer({ minimum: 0 }),
  recipients: Type.Array(
    Type.Object({
      client_id: Type.String(),
      delivered_at: Type.Union([time, Type.Null()], {
        description: 'Handed to its connection. Only an acknowledgement proves that it was seen.',
      }),
      acknowledged_at: Type.Union([time, Type.Null()]),
    }),
    { description: 'Those that it was delivered to, at most 1,000; of one client’s own, that client.' },
  ),
})
export type Receipt = Readonly<Static<typeof Receipt>>

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
