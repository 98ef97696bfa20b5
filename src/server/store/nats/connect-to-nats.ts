/** One connection to NATS, until it is lost: to begin anew, with a look at what was missed, is for who uses it. */
import { readFileSync } from 'node:fs'
import {
  type ConnectionOptions,
  connect,
  credsAuthenticator,
  type NatsConnection,
} from '@nats-io/transport-node'
import type { NatsSettings } from './nats-settings.ts'

/** Long enough for a slow link, short enough that a publisher who waits is told in time. */
const connectTimeoutMs = 5_000
/** A connection that says nothing for so long, twice, is lost. */
const pingIntervalMs = 5_000

/** Reads the files each time: a certificate that was renewed is used from the next connection on. */
export const connectToNats = (settings: NatsSettings): Promise<NatsConnection> =>
  connect(connectionOptions(settings))

/** @throws Error when a file cannot be read */
export function connectionOptions(settings: NatsSettings): ConnectionOptions {
  const { servers, credentialsFile, tls } = settings
  const urls = servers.map((server) => new URL(server))
  const usesTls = urls.some(({ protocol }) => protocol === 'tls:') || Object.values(tls).some(Boolean)
  return {
    // The library reads neither schemes nor users in addresses.
    servers: urls.map(({ host }) => host),
    ...loginOf(urls),
    ...(credentialsFile === null ? {} : { authenticator: credsAuthenticator(readFileSync(credentialsFile)) }),
    ...(usesTls
      ? { tls: { ...present('caFile', tls), ...present('certFile', tls), ...present('keyFile', tls) } }
      : {}),
    name: 'tocsin-server',
    reconnect: false,
    timeout: connectTimeoutMs,
    pingInterval: pingIntervalMs,
    maxPingOut: 2,
  }
}

type Files = NatsSettings['tls']
const present = (name: keyof Files, files: Files): Partial<Record<keyof Files, string>> => {
  const file = files[name]
  return file === null ? {} : { [name]: file }
}

/** NATS has it that a user without a password is a token. */
function loginOf(urls: readonly URL[]): Pick<ConnectionOptions, 'user' | 'pass' | 'token'> {
  const url = urls.find(({ username }) => username !== '')
  if (url === undefined) return {}
  const user = decodeURIComponent(url.username)
  if (url.password === '') return { token: user }
  return { user, pass: decodeURIComponent(url.password) }
}
