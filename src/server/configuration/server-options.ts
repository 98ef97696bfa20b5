/** The server's options: the one table that flags, variables, the file, `--help` and the documentation are made from. */
import Type from 'typebox'
import { defineOption, type ValueOf } from './option.ts'

export const serverOptions = {
  bind: defineOption({
    schema: Type.String({ minLength: 1 }),
    default: '127.0.0.1',
    valueName: 'ADDRESS',
    needs: 'an address, such as 127.0.0.1',
    help: 'The address to listen on',
    group: 'serving',
  }),
  port: defineOption({
    schema: Type.Integer({ minimum: 0, maximum: 65_535 }),
    default: 8787,
    valueName: 'N',
    needs: 'a number from 0 to 65535',
    help: 'The port, 0 for any free one',
    group: 'serving',
  }),
  demo: defineOption({
    schema: Type.Boolean(),
    default: true,
    needs: 'true or false',
    help: 'Generate notifications at the frequency of each client, beside what is published',
    group: 'serving',
  }),
  'data-dir': defineOption({
    schema: Type.String({ minLength: 1 }),
    default: null,
    defaultText: 'a folder for this port where the system keeps data; with port 0 in memory only',
    valueName: 'DIR',
    needs: 'a folder',
    help: 'Where published notifications wait for their clients',
    group: 'serving',
  }),
  'log-format': defineOption({
    schema: Type.Union([Type.Literal('auto'), Type.Literal('json'), Type.Literal('text')]),
    default: 'auto',
    defaultText: 'text on a terminal, JSON elsewhere',
    valueName: 'FORMAT',
    needs: 'json, text or auto',
    help: 'How the log is written to stderr: json, text or auto',
    group: 'operating',
  }),
  'log-level': defineOption({
    schema: Type.Union([
      Type.Literal('debug'),
      Type.Literal('info'),
      Type.Literal('warn'),
      Type.Literal('error'),
    ]),
    default: 'info',
    valueName: 'LEVEL',
    needs: 'debug, info, warn or error',
    help: 'The least that is logged: debug, info, warn or error',
    group: 'operating',
  }),
  nats: defineOption({
    schema: Type.Array(Type.String({ pattern: '^(nats|tls)://[^/\\s]+/?$' }), { minItems: 1 }),
    default: null,
    defaultText: 'none: this server is alone',
    valueName: 'URL',
    needs: 'an address such as nats://user:password@host:4222, or tls://…',
    help: 'Share what is published with other nodes, over NATS JetStream (2.9 or later)',
    group: 'nodes',
    isSecret: true,
  }),
  'nats-name': defineOption({
    schema: Type.String({ pattern: '^[a-zA-Z0-9_-]{1,32}$' }),
    default: 'tocsin',
    valueName: 'NAME',
    needs: '1 to 32 letters, digits, "-" or "_"',
    help: 'Nodes of one name share what is published: its streams are NAME-log and NAME-checkpoints',
    group: 'nodes',
  }),
  'nats-replicas': defineOption({
    schema: Type.Integer({ minimum: 1, maximum: 5 }),
    default: 1,
    valueName: 'N',
    needs: 'a number from 1 to 5',
    help: 'On how many NATS servers it is stored: 3 outlive the loss of one',
    group: 'nodes',
  }),
  'nats-max-bytes': defineOption({
    schema: Type.Integer({ minimum: 1_048_576 }),
    default: null,
    defaultText: 'what NATS allows',
    valueName: 'N',
    needs: 'a number of bytes from 1048576 on',
    help: 'How large the shared log may grow; past it, publishing is answered with 503',
    group: 'nodes',
  }),
  'nats-creds': defineOption({
    schema: Type.String({ minLength: 1 }),
    default: null,
    valueName: 'FILE',
    needs: 'a file',
    help: 'Credentials for NATS, as nsc makes them',
    group: 'nodes',
  }),
  'nats-ca': defineOption({
    schema: Type.String({ minLength: 1 }),
    default: null,
    defaultText: "the system's",
    valueName: 'FILE',
    needs: 'a file',
    help: 'The certificate authority of NATS, as PEM',
    group: 'nodes',
  }),
  'nats-cert': defineOption({
    schema: Type.String({ minLength: 1 }),
    default: null,
    valueName: 'FILE',
    needs: 'a file',
    help: 'The certificate that this node shows to NATS, as PEM',
    group: 'nodes',
  }),
  'nats-key': defineOption({
    schema: Type.String({ minLength: 1 }),
    default: null,
    valueName: 'FILE',
    needs: 'a file',
    help: 'The key of --nats-cert, as PEM',
    group: 'nodes',
  }),
} as const

export type OptionName = keyof typeof serverOptions

/** What is in force, by the option's name. */
export type Configuration = { readonly [Name in OptionName]: ValueOf<(typeof serverOptions)[Name]> }

// Of a literal, so its keys are what its type says.
export const optionNames = Object.keys(serverOptions) as readonly OptionName[]

/** Not `in`: `constructor` is no option. */
export const isOptionName = (name: string): name is OptionName => Object.hasOwn(serverOptions, name)
