/** Who may use the browser host: the person who was given the address with its token, from this machine alone. */
import { randomBytes, timingSafeEqual } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export type Access = {
  /** Part of the printed address. */
  readonly token: string
  /** Sets the cookie that stands for the token from then on, so that the token leaves the address bar. */
  cookieHeader(port: number): string
  isToken(given: string | null): boolean
  /** Good once, in place of the token: command lines can be read by every user of a machine. */
  issueTicket(): string
  /** Whether it is the token, or a ticket that has not been used; a ticket is used up by that. */
  opens(given: string | null): boolean
  hasCookie(cookieHeader: string | undefined, port: number): boolean
}

/**
 * The token of a data folder: random, made once, so that an open page finds its way back after a restart. It stands in
 * a file that only its owner can read, as the history beside it.
 */
export function keepToken(dataDir: string): string {
  const path = join(dataDir, 'access-token')
  const kept = readToken(path)
  if (kept !== null) return kept
  const made = randomBytes(24).toString('base64url')
  writeFileSync(path, made, { mode: 0o600 })
  return made
}

function readToken(path: string): string | null {
  try {
    return /^[\w-]{32}$/.exec(readFileSync(path, 'utf8').trim())?.[0] ?? null
  } catch {
    return null
  }
}

export function createAccess(token: string): Access {
  const expected = Buffer.from(token)
  const isToken = (given: string | null): boolean => {
    const candidate = Buffer.from(given ?? '')
    return candidate.length === expected.length && timingSafeEqual(candidate, expected)
  }
  const tickets = new Set<string>()
  return {
    token,
    isToken,
    issueTicket() {
      const ticket = randomBytes(24).toString('base64url')
      tickets.add(ticket)
      return ticket
    },
    opens: (given) => isToken(given) || tickets.delete(given ?? ''),
    cookieHeader: (port) => `${cookieName(port)}=${token}; HttpOnly; SameSite=Strict; Path=/`,
    hasCookie(cookieHeader, port) {
      const pairs = (cookieHeader ?? '').split(';').map((pair) => pair.trim().split('='))
      return pairs.some(([name, value]) => name === cookieName(port) && isToken(value ?? null))
    },
  }
}

/** Cookies know no ports: two Tocsins on one machine must not overwrite each other's. */
const cookieName = (port: number): string => `tocsin-${port}`

/** Against DNS rebinding: a page of another name that resolves to 127.0.0.1 sends its own name as Host. */
export function isOwnHost(host: string | undefined, port: number): boolean {
  // Browsers leave the usual port of http out.
  const suffix = port === 80 ? '' : `:${port}`
  return host === `127.0.0.1${suffix}` || host === `localhost${suffix}`
}

/** Against other web pages in the same browser: only our own page may open the contract's socket. */
export function isOwnOrigin(origin: string | undefined, host: string | undefined, port: number): boolean {
  return isOwnHost(host, port) && origin === `http://${host}`
}
