/** A receipt as a stream of events: what has happened, each step once. */
import type { ServerResponse } from 'node:http'
import type { Receipt } from './receipt.ts'

/** @returns tells a receipt: writes those of its events that were not written yet */
export function createTeller(response: ServerResponse): (receipt: Receipt) => void {
  const told = new Set<string>()
  return (receipt) => {
    for (const event of eventsOf(receipt)) {
      if (told.has(event)) continue
      told.add(event)
      response.write(event)
    }
  }
}

/** Server-sent events (HTML Standard, 9.2): one for each step, told once. */
function eventsOf({ id, stored_at, recipients }: Receipt): string[] {
  const event = (name: string, data: object): string => `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`
  const events = [event('stored', { id, at: stored_at })]
  for (const { client_id, delivered_at: at } of recipients) {
    if (at !== null) events.push(event('delivered', { id, client_id, at }))
  }
  for (const { client_id, acknowledged_at: at } of recipients) {
    if (at !== null) events.push(event('acknowledged', { id, client_id, at }))
  }
  return events
}
