/** An access token as it is made, and as it is kept: random bits behind a prefix, and their SHA-256. Not: what it may do. */
import { hash } from 'node:crypto'

/** Says to people and to scanners for leaked secrets what it is. */
const prefix = 'tocsin_'
const randomByteCount = 32
const wellFormed = /^tocsin_[\w-]{43}$/

/** @param randomBytes of a generator that is fit for secrets */
export const makeAccessToken = (randomBytes: (count: number) => Buffer): string =>
  prefix + randomBytes(randomByteCount).toString('base64url')

/** Only what could have come from us: a word that somebody chose is never a token, whatever its hash. */
export const isAccessToken = (text: string): boolean => wellFormed.test(text)

/** For logs: where a token got into a client id, by a query that was encoded into the path. Also a part of one. */
export const hideTokens = (text: string): string => text.replaceAll(/tocsin_[\w-]{16,}/g, `${prefix}…`)

/**
 * 32 bytes. Slow hashes and salts (scrypt, argon2) make it dear to try the secrets that people choose; nobody tries 2^256
 * random ones, so one round of SHA-256 hides them as well, and costs a microsecond a request.
 */
export const digestOf = (token: string): Buffer => hash('sha256', token, 'buffer')

/** As it stands in the file: `sha256:` and 64 hexadecimal digits. */
export const hashOf = (token: string): string => `sha256:${digestOf(token).toString('hex')}`

/** @param hash as `hashOf` gives it */
export const digestOfHash = (hash: string): Buffer => Buffer.from(hash.slice('sha256:'.length), 'hex')
