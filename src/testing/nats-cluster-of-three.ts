/** Three real nats-servers as one cluster, for tests of what outlives the loss of one. */
import { freePort } from './free-port.ts'
import { type NatsServer, startNatsServer } from './nats-server.ts'

export type NatsCluster = AsyncDisposable & { readonly servers: readonly NatsServer[] }

export async function startNatsCluster(): Promise<NatsCluster> {
  const ports = await Promise.all([freePort(), freePort(), freePort()])
  const routes = ports.map((port) => `nats://127.0.0.1:${port}`).join(', ')
  const servers = await Promise.all(
    ports.map((port, index) =>
      startNatsServer({
        configuration: [
          `server_name: "n${index}"`,
          `cluster { name: "test", listen: "127.0.0.1:${port}", routes: [${routes}] }`,
        ].join('\n'),
      }),
    ),
  )
  return {
    servers,
    async [Symbol.asyncDispose]() {
      await Promise.all(servers.map((server) => server[Symbol.asyncDispose]()))
    },
  }
}
