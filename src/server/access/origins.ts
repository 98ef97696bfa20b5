/** Which web pages may use this server: by the origin that their browser says (RFC 6454), which no page can forge. */
import type { IncomingMessage } from 'node:http'
import { isLoopback } from '../server-address.ts'

type Headers = Readonly<Pick<IncomingMessage['headers'], 'origin' | 'host'>>

/** `*`, `null` (pages of files, and sandboxed ones of anybody), or an origin as a browser writes it. */
export const originPattern = '^(\\*|null|file://|[a-z][a-z0-9+.-]*://[^/?#\\s*]+)$'

export type Origins = {
  /** Whether it is in the list. */
  isListed(origin: string): boolean
  /** What `Access-Control-Allow-Origin` has to say; null: nothing, the page shall not read the answer. */
  allowedFor(origin: string | undefined): string | null
  readonly isEmpty: boolean
}

/** @param listed each of `originPattern` */
export function createOrigins(listed: readonly string[]): Origins {
  // As a browser writes it: without the port that the scheme has anyway, in lower case.
  const known = new Set(listed.map((origin) => (URL.canParse(origin) ? originOf(origin) : origin)))
  const isAny = known.has('*')
  const isListed = (origin: string): boolean => isAny || known.has(origin)
  return {
    isListed,
    allowedFor: (origin) => (origin === undefined || !isListed(origin) ? null : isAny ? '*' : origin),
    isEmpty: known.size === 0,
  }
}

/** `URL.origin` knows the web's schemes alone; an extension's or an app's is written as it is. */
function originOf(text: string): string {
  const { origin } = new URL(text)
  return origin === 'null' ? text.toLowerCase() : origin
}

/** A page that this server gave out itself. */
export const isSameHost = ({ origin, host }: Headers): boolean =>
  origin !== undefined && URL.canParse(origin) && new URL(origin).host === host

/** A page that was opened as a file: `null` in browsers, `file://` in some that are built into apps. */
export const isOfFile = (origin: string): boolean => origin === 'null' || origin === 'file://'

/** A page of this machine, from any port. `*.localhost` is this machine too (RFC 6761, 6.3). */
export function isOfThisMachine(origin: string): boolean {
  if (!URL.canParse(origin)) return false
  const hostname = nameOf(new URL(origin))
  return isLoopback(hostname) || hostname.endsWith('.localhost')
}

/**
 * Whether a request names this machine as its host. A page of elsewhere whose name was made to lead here (DNS rebinding)
 * is of one origin with us to its browser, and still says its own name. Absent (HTTP/1.0): no browser.
 */
export const namesThisMachine = ({ host }: Headers): boolean =>
  host === undefined || (URL.canParse(`http://${host}`) && isLoopback(nameOf(new URL(`http://${host}`))))

/** Without the brackets of an IPv6 address. */
const nameOf = ({ hostname }: URL): string => hostname.replaceAll(/[[\]]/g, '')
