/** The server's options: the one table that flags, variables, the file, `--help` and the documentation are made from. */
import Type from 'typebox'
import { accessOptions } from '../access/access-options.ts'
import { limitOptions } from '../limiting/limit-options.ts'
import { mockOptions } from '../mock/mock-options.ts'
import { natsOptions } from '../store/nats/nats-options.ts'
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
  ...accessOptions,
  ...limitOptions,
  ...mockOptions,
  ...natsOptions,
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
  'metrics-bind': defineOption({
    schema: Type.String({ minLength: 1 }),
    default: null,
    defaultText: 'only at the address of all else, for who may publish to everyone',
    valueName: 'ADDRESS:PORT',
    needs: 'an address and a port, such as 127.0.0.1:9464',
    help: 'Also answer /metrics, /healthz and /readyz here, without a token: for a network of your own',
    group: 'operating',
  }),
  'drain-seconds': defineOption({
    schema: Type.Number({ minimum: 0, maximum: 600 }),
    default: 8,
    valueName: 'S',
    needs: 'a number of seconds from 0 to 600',
    help: 'How long stopping may take, at most',
    group: 'operating',
  }),
} as const

export type OptionName = keyof typeof serverOptions

/** What is in force, by the option's name. */
export type Configuration = { readonly [Name in OptionName]: ValueOf<(typeof serverOptions)[Name]> }

// Of a literal, so its keys are what its type says.
export const optionNames = Object.keys(serverOptions) as readonly OptionName[]

/** Not `in`: `constructor` is no option. */
export const isOptionName = (name: string): name is OptionName => Object.hasOwn(serverOptions, name)
