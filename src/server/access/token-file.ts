/** The file of tokens: read whole and checked, or changed whole under a lock. Holds hashes, never a token itself. */
import {
  closeSync,
  fchmodSync,
  fchownSync,
  fstatSync,
  fsyncSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  writeFileSync,
} from 'node:fs'
import Type from 'typebox'
import { Compile } from 'typebox/compile'
import { messageOf } from '../message-of.ts'
import { Token } from './token.ts'

export const maxTokens = 1000
/** A thousand tokens with many patterns each; what is larger is no file of tokens. */
const maxFileBytes = 4 * 1024 * 1024

const check = Compile(
  Type.Object({ tokens: Type.Array(Token, { maxItems: maxTokens }) }, { additionalProperties: false }),
)

/** The message is one sentence that names the file and says what to do. */
export class TokenFileError extends Error {
  override readonly name = 'TokenFileError'
}

export type TokenFile = {
  readonly tokens: readonly Token[]
  /** Another one whenever the file is another, or was written again. */
  readonly mark: string
}

/** @throws TokenFileError */
export function readTokenFile(path: string): TokenFile {
  let file: number
  try {
    file = openSync(path, 'r')
  } catch (error) {
    throw new TokenFileError(explain(path, error))
  }
  try {
    // Of what is open, not of what may lie there by now.
    const stats = fstatSync(file)
    if (!stats.isFile()) throw new TokenFileError(`${path} is no file.`)
    if (isOpenToOthers(stats)) {
      throw new TokenFileError(
        `The token file ${path} can be read or changed by other users of this machine: chmod 600 it.`,
      )
    }
    if (stats.size > maxFileBytes) throw new TokenFileError(`${path} is too large for a token file.`)
    return { tokens: parseTokens(path, readFileSync(file, 'utf8')), mark: markOf(stats) }
  } finally {
    closeSync(file)
  }
}

/**
 * Reads it, or begins with none, and puts what `change` makes of it in its place, whole or not at all.
 * @throws TokenFileError, with nothing changed
 */
export function changeTokenFile(path: string, change: (tokens: readonly Token[]) => readonly Token[]): void {
  const target = resolveLinks(path)
  // It is the lock as well: who reads while another one writes would take back what that one did.
  const beside = `${target}.new`
  const file = openBeside(path, beside)
  try {
    try {
      const before = statsOf(target)
      const tokens = change(before === null ? [] : readTokenFile(target).tokens)
      writeFileSync(file, `${JSON.stringify({ tokens }, null, 2)}\n`)
      // Who may read it stays: a service's group, or another user for whom root does this.
      fchmodSync(file, before === null ? 0o600 : before.mode & 0o640)
      if (before !== null) keepOwner(file, before)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    renameSync(beside, target)
  } catch (error) {
    rmSync(beside, { force: true })
    if (error instanceof TokenFileError) throw error
    throw new TokenFileError(`The token file ${path} could not be written: ${messageOf(error)}.`)
  }
}

export const markOf = ({ ino, size, mtimeMs, ctimeMs, mode }: Stats): string =>
  [ino, size, mtimeMs, ctimeMs, mode].join(':')

/**
 * A group may read it: so services are given their secrets (systemd's credentials show their access list there).
 * Where there are no users as in POSIX, the modes say nothing.
 */
const isOpenToOthers = ({ mode }: Stats): boolean => process.getuid !== undefined && (mode & 0o027) !== 0

function parseTokens(path: string, text: string): readonly Token[] {
  const problem = (what: string) => new TokenFileError(`The token file ${path} ${what}.`)
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    // A parser's message quotes the file: only where it stopped is told.
    const place = /\(?line \d+ column \d+\)?/.exec(messageOf(error))?.[0].replaceAll(/[()]/g, '')
    throw problem(`is not JSON${place === undefined ? '' : `: see ${place}`}`)
  }
  if (!check.Check(value)) {
    const { instancePath = '', message = 'is not what was expected' } = check.Errors(value)[0] ?? {}
    throw problem(`is not as it should be: ${instancePath || 'the whole'} ${message}`)
  }
  const { tokens } = value
  const twice = tokens.find(isRepeated())
  const timeless = tokens.find(({ expires }) => expires !== undefined && Number.isNaN(Date.parse(expires)))
  if (timeless !== undefined) throw problem(`has a time that does not exist, at "${timeless.name}"`)
  if (twice !== undefined) throw problem(`has a name or a hash twice, at "${twice.name}"`)
  return tokens
}

/** @returns whether a token has the name or the hash of one that it was asked about before */
function isRepeated(): (token: Token) => boolean {
  const seen = new Set<string>()
  return ({ name, hash }) => {
    if (seen.has(name) || seen.has(hash)) return true
    // No name has a colon, and each hash does.
    seen.add(name).add(hash)
    return false
  }
}

/** A link is followed, not replaced; a file that is not there yet is where it will be. */
function resolveLinks(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return path
  }
}

function openBeside(path: string, beside: string): number {
  try {
    return openSync(beside, 'wx', 0o600)
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw new TokenFileError(explain(path, error))
    throw new TokenFileError(
      `${path} is being changed by another command. If none runs, one broke off: delete ${beside}.`,
    )
  }
}

function statsOf(path: string): Stats | null {
  let file: number
  try {
    file = openSync(path, 'r')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  }
  try {
    return fstatSync(file)
  } finally {
    closeSync(file)
  }
}

function keepOwner(file: number, { uid, gid }: Stats): void {
  const made = fstatSync(file)
  if (made.uid !== uid || made.gid !== gid) fchownSync(file, uid, gid)
}

function explain(path: string, error: unknown): string {
  switch (codeOf(error)) {
    case 'ENOENT':
      return `There is no token file ${path}: make one with "tocsin-server token create".`
    case 'EACCES':
      return `This user may not read or change the token file ${path}.`
    default:
      return `The token file ${path} cannot be used: ${messageOf(error)}.`
  }
}

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : null)
