/** The limits among the server's options: `../configuration/server-options.ts` takes them into its table. */
import Type from 'typebox'
import { defineOption } from '../configuration/option.ts'
import { defaultServerLimits as defaults, type ServerLimits } from './server-limits.ts'

const group = 'limits'
const count = {
  group,
  schema: Type.Integer({ minimum: 0, maximum: 1_000_000_000 }),
  valueName: 'N',
  needs: 'a whole number, 0 for any number',
} as const
const seconds = {
  group,
  schema: Type.Number({ minimum: 0.1, maximum: 3600 }),
  valueName: 'S',
  needs: 'a number of seconds from 0.1 to 3600',
} as const
const mebibyte = 1024 * 1024

export const limitOptions = {
  'max-requests': defineOption({
    ...count,
    default: defaults.requests,
    help: 'Requests to publish and for receipts in 10 seconds, from one address or with one token; 0 for any number',
  }),
  'max-upgrades': defineOption({
    ...count,
    default: defaults.upgrades,
    help: 'WebSocket connections begun in 10 seconds, from one address or with one token; 0 for any number',
  }),
  'max-messages': defineOption({
    ...count,
    default: defaults.framesPerSecond,
    help: 'Messages a second from one connection on average, with 20000 in one go; more are read later. 0 for any number',
  }),
  'max-connections': defineOption({
    ...count,
    default: defaults.connections,
    help: 'WebSocket connections at the same time; 0 for any number',
  }),
  'max-connections-per-address': defineOption({
    ...count,
    default: defaults.connectionsPerAddress,
    help: 'Of one address; 0 for any number',
  }),
  'max-connections-per-client': defineOption({
    ...count,
    default: defaults.connectionsPerClient,
    help: 'Of one client id; 0 for any number',
  }),
  'max-unsent': defineOption({
    group,
    schema: Type.Integer({ minimum: 1, maximum: 1_048_576 }),
    default: defaults.unsentBytes / mebibyte,
    valueName: 'MIB',
    needs: 'a whole number of MiB from 1 up',
    help: 'MiB of memory for what waits for all who read slowly; the rest waits on the disk',
  }),
  'headers-timeout': defineOption({
    ...seconds,
    default: defaults.headersSeconds,
    help: 'How long a request may take until its headers are there',
  }),
  'request-timeout': defineOption({
    ...seconds,
    default: defaults.requestSeconds,
    help: 'How long a request may take until its body is there',
  }),
  'idle-timeout': defineOption({
    ...seconds,
    default: defaults.idleSeconds,
    help: 'How long a connection for requests is kept after the last one',
  }),
  'trust-proxy': defineOption({
    group,
    schema: Type.Array(Type.String({ minLength: 1 })),
    default: null,
    defaultText: 'none',
    valueName: 'ADDRESS',
    needs: 'an address or a network, such as 10.0.0.0/8',
    help: 'A proxy, or a network of them, whose X-Forwarded-For says where requests come from',
  }),
} as const

type LimitOptions = typeof limitOptions

/** @param values what is in force, by the option's name */
export function limitsOf(
  values: Readonly<Record<Exclude<keyof LimitOptions, 'trust-proxy'>, number>>,
): ServerLimits {
  return {
    requests: values['max-requests'],
    upgrades: values['max-upgrades'],
    framesPerSecond: values['max-messages'],
    connections: values['max-connections'],
    connectionsPerAddress: values['max-connections-per-address'],
    connectionsPerClient: values['max-connections-per-client'],
    unsentBytes: values['max-unsent'] * mebibyte,
    headersSeconds: values['headers-timeout'],
    requestSeconds: values['request-timeout'],
    idleSeconds: values['idle-timeout'],
  }
}
