/** Publishes a number of messages: as fast as they are answered, so many at a time, or at an even rate. */
import { setTimeout as after } from 'node:timers/promises'
import type { PublisherConnection } from './publisher-connection.ts'

export type Told = {
  readonly onSent: (index: number) => void
  readonly onAnswered: (index: number) => void
}

/** One at a time on each connection. Resolves when all are answered. */
export function publishAll(
  connections: readonly PublisherConnection[],
  count: number,
  { onSent, onAnswered }: Told,
): Promise<void> {
  let [next, answered] = [0, 0]
  return new Promise((resolve) => {
    const send = (connection: PublisherConnection): void => {
      if (next === count) {
        connection.end()
        return
      }
      const index = next++
      onSent(index)
      connection.publish(() => {
        onAnswered(index)
        answered += 1
        if (answered === count) resolve()
        send(connection)
      })
    }
    connections.forEach(send)
  })
}

/** @param perSecond messages; each is sent when it is due, on the next free connection */
export async function publishEvenly(
  connections: readonly PublisherConnection[],
  count: number,
  perSecond: number,
  { onSent, onAnswered }: Told,
): Promise<void> {
  const startedAt = performance.now()
  const free = [...connections]
  let answered = 0
  for (let index = 0; index < count; ) {
    await after(Math.max(0, startedAt + (index * 1000) / perSecond - performance.now()))
    const connection = free.pop()
    if (connection === undefined) continue
    const sent = index++
    onSent(sent)
    connection.publish(() => {
      answered += 1
      onAnswered(sent)
      free.push(connection)
    })
  }
  while (answered < count) await after(1)
  for (const connection of connections) connection.end()
}
