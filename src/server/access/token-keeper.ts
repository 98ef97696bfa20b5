/** The tokens in force: from a file that is read again when told to, and when it has changed. */
import { timingSafeEqual } from 'node:crypto'
import { stat } from 'node:fs/promises'
import type { Clock } from '../../clock/clock.ts'
import type { Log } from '../log/server-events.ts'
import { messageOf } from '../message-of.ts'
import { digestOf, digestOfHash } from './access-token.ts'
import type { Token } from './token.ts'
import { markOf, readTokenFile } from './token-file.ts'

export type TokenKeeper = Disposable & {
  /** The token that this is, expired or not; null: none of ours. Takes as long for either. */
  find(secret: string): Token | null
  /** What is in force by now for what `find` gave; null: revoked. */
  current(hash: string): Token | null
  /** What cannot be used leaves everything as it was, and is logged. */
  reload(): void
  /** Called after each reload that changed something. */
  onChange(listener: () => void): Disposable
}

/** Not by watching: watches lose a file that is replaced, and know nothing of network drives. */
export const tokenFileLookMs = 5_000

/** @throws TokenFileError when there is nothing to begin with */
export function openTokenKeeper(deps: {
  readonly file: string
  readonly clock: Clock
  readonly log: Log
}): TokenKeeper {
  const { file, clock, log } = deps
  const first = readTokenFile(file)
  let entries = first.tokens.map(withDigest)
  /** For those that were found: asked of each connection, and no secret. */
  let byHash = indexOf(first.tokens)
  /** Of what was last looked at, good or not: each state of the file is read once. */
  let mark = first.mark
  const listeners = new Set<() => void>()
  let timer = clock.setTimer(tokenFileLookMs, look)
  let isDisposed = false

  function reload(): void {
    try {
      const read = readTokenFile(file)
      mark = read.mark
      entries = read.tokens.map(withDigest)
      byHash = indexOf(read.tokens)
      log({ event: 'tokens-reloaded', count: entries.length })
    } catch (error) {
      log({ event: 'tokens-not-reloaded', reason: messageOf(error) })
      return
    }
    for (const listener of listeners) listener()
  }

  function look(): void {
    void currentMark(file).then((found) => {
      if (isDisposed) return
      timer = clock.setTimer(tokenFileLookMs, look)
      if (found === mark) return
      mark = found
      reload()
    })
  }

  return {
    find(secret) {
      const digest = digestOf(secret)
      let found: Token | null = null
      // All of them, always: how long it takes tells nothing of how near somebody came.
      for (const entry of entries) if (timingSafeEqual(entry.digest, digest)) found = entry.token
      return found
    },
    current: (hash) => byHash.get(hash) ?? null,
    reload,
    onChange(listener) {
      listeners.add(listener)
      return { [Symbol.dispose]: () => void listeners.delete(listener) }
    },
    [Symbol.dispose]() {
      isDisposed = true
      timer[Symbol.dispose]()
    },
  }
}

const withDigest = (token: Token) => ({ token, digest: digestOfHash(token.hash) })

const indexOf = (tokens: readonly Token[]): ReadonlyMap<string, Token> =>
  new Map(tokens.map((token) => [token.hash, token]))

const currentMark = (file: string): Promise<string> => stat(file).then(markOf, (error) => messageOf(error))
