/** A file of tokens for tests, with the secrets that no file holds. */
import { randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { temporaryFolder } from '../../testing/temporary-folder.ts'
import { hashOf, makeAccessToken } from '../access/access-token.ts'
import type { Token } from '../access/token.ts'

export type TokenRights = Omit<Token, 'name' | 'hash'>

export type TestTokens = {
  readonly file: string
  /** By name; made when first asked for. */
  secret(name: string): string
  /** Puts these into the file, in place of what was there. */
  write(rights: Readonly<Record<string, TokenRights>>): void
}

export function makeTestTokens(rights: Readonly<Record<string, TokenRights>>): TestTokens {
  const file = join(temporaryFolder(), 'tokens.json')
  const secrets = new Map<string, string>()
  const secret = (name: string): string => {
    const known = secrets.get(name) ?? makeAccessToken(randomBytes)
    secrets.set(name, known)
    return known
  }
  const write = (all: Readonly<Record<string, TokenRights>>): void => {
    const tokens = Object.entries(all).map(([name, its]) => ({ name, hash: hashOf(secret(name)), ...its }))
    writeFileSync(file, JSON.stringify({ tokens }), { mode: 0o600 })
  }
  write(rights)
  return { file, secret, write }
}
