/** The command line of `tocsin-server token`: in, and a decision out. Changes nothing. */
import { parseArgs } from 'node:util'
import { Check } from 'typebox/value'
import { readConfiguration } from '../configuration/read-configuration.ts'
import type { Environment } from '../configuration/read-environment.ts'
import { firstSentence } from '../configuration/read-flags.ts'
import { ClientPattern } from './client-pattern.ts'
import { durationNeeds, parseDuration } from './duration.ts'
import { type Token, TokenName } from './token.ts'

/** What a token is made from; `forMs` null: for good. */
export type TokenWish = Pick<Token, 'name' | 'publish' | 'subscribe' | 'publish_to_everyone'> & {
  readonly forMs: number | null
}

export type TokenCommand =
  | { readonly kind: 'create'; readonly file: string; readonly wish: TokenWish }
  | { readonly kind: 'list'; readonly file: string }
  | { readonly kind: 'revoke'; readonly file: string; readonly name: string }
  | { readonly kind: 'help' }
  /** Without a full stop. */
  | { readonly kind: 'refused'; readonly problem: string }

export const tokenHelpText = `Usage: tocsin-server token create --name NAME [rights] [--expires 90d] --token-file FILE
       tocsin-server token list --token-file FILE
       tocsin-server token revoke NAME --token-file FILE

Makes, lists and revokes access tokens. A new token is printed once; the file holds its hash alone.
A server that runs takes changes within seconds, and at once on SIGHUP.

Rights:
  --publish PATTERN      publish to these clients, and look at their receipts; may be repeated
  --subscribe PATTERN    connect as these clients; may be repeated
  --publish-to-everyone  publish to everyone at once, which no pattern includes
A pattern is a client id, the beginning of one (team-*), or * for all.

Others:
  --name NAME            letters, digits and . _ @ -
  --expires TIME         from now on: 30m, 12h, 90d, 8w (default: never)
  --token-file FILE      also by TOCSIN_SERVER_TOKEN_FILE, or in the file of --config
`

const flags = {
  name: { type: 'string' },
  publish: { type: 'string', multiple: true, default: [] as string[] },
  subscribe: { type: 'string', multiple: true, default: [] as string[] },
  'publish-to-everyone': { type: 'boolean', default: false },
  expires: { type: 'string' },
  'token-file': { type: 'string' },
  config: { type: 'string' },
  help: { type: 'boolean', default: false },
} as const

type Values = ReturnType<typeof readArguments>['values']

/** @param args what follows `token` */
export function readTokenCommand(
  args: readonly string[],
  environment: Environment,
  readText: (path: string) => string,
): TokenCommand {
  let read: ReturnType<typeof readArguments>
  try {
    read = readArguments(args)
  } catch (error) {
    return refuse(firstSentence(error))
  }
  const { values, positionals } = read
  if (values.help) return { kind: 'help' }
  const given = { config: values.config, 'token-file': values['token-file'] }
  const configured = readConfiguration({ flags: { values: given }, environment, readText })
  if (!configured.ok) return refuse(configured.problem)
  const file = configured.configuration['token-file']
  const [verb, ...names] = positionals
  if (verb !== 'create' && verb !== 'list' && verb !== 'revoke') {
    return refuse('"token" needs one of create, list and revoke')
  }
  if (file === null) return refuse(`"token ${verb}" needs --token-file`)
  const wantedNames = verb === 'revoke' ? 1 : 0
  if (names.length > wantedNames) return refuse(`"token ${verb}" does not know what ${names[wantedNames]} is`)
  if (verb === 'list') return { kind: 'list', file }
  if (verb === 'create') return readCreate(file, values)
  const [name] = names
  return name === undefined
    ? refuse('"token revoke" needs the name of a token')
    : { kind: 'revoke', file, name }
}

const readArguments = (args: readonly string[]) =>
  parseArgs({ args: [...args], options: flags, allowPositionals: true })

function readCreate(file: string, values: Values): TokenCommand {
  const { name, publish, subscribe, expires } = values
  if (name === undefined || !Check(TokenName, name)) {
    return refuse('--name needs up to 64 letters, digits and . _ @ -, a letter or a digit first')
  }
  const bad = [...publish, ...subscribe].find((pattern) => !Check(ClientPattern, pattern))
  if (bad !== undefined) {
    return refuse(
      `A pattern is a client id, the beginning of one and a star, or a star; ${JSON.stringify(bad)} is not`,
    )
  }
  const toEveryone = values['publish-to-everyone']
  if (publish.length + subscribe.length === 0 && !toEveryone) {
    return refuse('A token needs a right: --publish, --subscribe or --publish-to-everyone')
  }
  const forMs = expires === undefined ? null : parseDuration(expires)
  if (expires !== undefined && forMs === null) return refuse(`--expires needs ${durationNeeds}`)
  const wish: TokenWish = { name, publish, subscribe, publish_to_everyone: toEveryone, forMs }
  return { kind: 'create', file, wish }
}

const refuse = (problem: string): TokenCommand => ({ kind: 'refused', problem })
