/** The end of a chaos run: everyone comes, and stays until there is nothing that it has not got. */
import type { ChaosClient } from './chaos-client.ts'
import type { ChaosPublisher } from './chaos-publisher.ts'
import { markText } from './marks.ts'
import type { PlainClient } from './plain-client.ts'

export async function settleClients(parts: {
  readonly clients: readonly ChaosClient[]
  readonly plain: readonly PlainClient[]
  readonly publisher: ChaosPublisher | undefined
}): Promise<void> {
  const { clients, plain, publisher } = parts
  const mark = async (name: string, of: readonly ChaosClient[]): Promise<void> => {
    // In both streams of each: nothing can be behind them.
    await publisher?.publishText(`${name} all`, null, markText(`${name} all`))
    for (const { clientId } of of) {
      await publisher?.publishText(`${name} ${clientId}`, clientId, markText(`${name} ${clientId}`))
    }
    await Promise.all(
      of.flatMap((client) => [
        client.has(markText(`${name} all`)),
        client.has(markText(`${name} ${client.clientId}`)),
      ]),
    )
  }
  // One that does not read, or was told to go while it came, begins anew.
  for (const client of clients) client.vanish()
  await Promise.all(clients.map((client) => client.come()))
  await mark('end', clients)

  // Whoever has acknowledged all of it gets none of it again.
  await Promise.all(plain.map((client) => client.allConfirmed()))
  for (const client of plain) client.leave()
  await Promise.all(plain.map((client) => client.come()))
  await Promise.all(
    plain.map(async (client) => {
      await publisher?.publishText(
        `after ${client.clientId}`,
        client.clientId,
        markText(`after ${client.clientId}`),
      )
      await client.has(markText(`after ${client.clientId}`))
    }),
  )
}
