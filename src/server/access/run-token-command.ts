/** Does what `tocsin-server token …` was told: changes the file of tokens, or tells what is in it. */
import { assertNever } from '../assert-never.ts'
import { quoteForLog } from '../quote-for-log.ts'
import { hashOf, makeAccessToken } from './access-token.ts'
import { isExpired, type Token } from './token.ts'
import type { TokenCommand, TokenWish } from './token-command.ts'
import { tokenHelpText } from './token-command.ts'
import { changeTokenFile, maxTokens, readTokenFile, TokenFileError } from './token-file.ts'

/** `output` is for programs, `note` for people. */
export type TokenCommandResult = { readonly exitCode: number; readonly output: string; readonly note: string }

export function runTokenCommand(
  command: TokenCommand,
  deps: { readonly nowMs: number; readonly randomBytes: (count: number) => Buffer },
): TokenCommandResult {
  try {
    switch (command.kind) {
      case 'help':
        return done(tokenHelpText)
      case 'refused':
        return { exitCode: 2, output: '', note: line(`${command.problem}. Try tocsin-server token --help.`) }
      case 'list':
        return done(listText(readTokenFile(command.file).tokens, deps.nowMs))
      case 'create':
        return create(command.file, command.wish, deps)
      case 'revoke':
        return revoke(command.file, command.name)
      default:
        return assertNever(command)
    }
  } catch (error) {
    if (error instanceof TokenFileError) return { exitCode: 1, output: '', note: line(error.message) }
    throw error
  }
}

function create(
  file: string,
  wish: TokenWish,
  { nowMs, randomBytes }: { readonly nowMs: number; readonly randomBytes: (count: number) => Buffer },
): TokenCommandResult {
  const secret = makeAccessToken(randomBytes)
  const { forMs, name, publish = [], subscribe = [], publish_to_everyone: toEveryone = false } = wish
  const token: Token = {
    ...{ name, hash: hashOf(secret) },
    ...(publish.length > 0 ? { publish } : {}),
    ...(subscribe.length > 0 ? { subscribe } : {}),
    ...(toEveryone ? { publish_to_everyone: true } : {}),
    created: new Date(nowMs).toISOString(),
    ...(forMs === null ? {} : { expires: new Date(nowMs + forMs).toISOString() }),
  }
  changeTokenFile(file, (tokens) => {
    if (tokens.some((other) => other.name === name)) {
      throw new TokenFileError(`There is a token "${name}" already: revoke it, or choose another name.`)
    }
    if (tokens.length >= maxTokens)
      throw new TokenFileError(`${file} holds ${maxTokens} tokens, and no more.`)
    return [...tokens, token]
  })
  return done(`${secret}\n`, 'This is the only time that the token is shown.\n')
}

function revoke(file: string, name: string): TokenCommandResult {
  readTokenFile(file) // Where there is none, none is made.
  changeTokenFile(file, (tokens) => {
    const others = tokens.filter((token) => token.name !== name)
    if (others.length < tokens.length) return others
    throw new TokenFileError(`There is no token ${quoteForLog(name)} in ${file}.`)
  })
  return done('', `Revoked "${name}". A server that runs closes its connections within seconds.\n`)
}

function listText(tokens: readonly Token[], nowMs: number): string {
  if (tokens.length === 0) return 'There are no tokens.\n'
  const rows = tokens.map((token) => [
    token.name,
    patternsText(token.publish, token.publish_to_everyone ? ['everyone at once'] : []),
    patternsText(token.subscribe),
    token.created ?? '',
    `${token.expires ?? 'never'}${isExpired(token, nowMs) ? ' (expired)' : ''}`,
  ])
  const table = [['NAME', 'PUBLISH', 'SUBSCRIBE', 'CREATED', 'EXPIRES'], ...rows]
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...table.map((row) => row[column]?.length ?? 0)))
  const rowText = (row: readonly string[]) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd()
  return `${table.map(rowText).join('\n')}\n`
}

const patternsText = (patterns: readonly string[] = [], more: readonly string[] = []): string =>
  [...patterns.map(quoteForLog), ...more].join(', ') || '-'

const done = (output: string, note = ''): TokenCommandResult => ({ exitCode: 0, output, note })

const line = (text: string): string => `tocsin-server: ${text.replaceAll(/\p{Cc}+/gu, ' ')}\n`
