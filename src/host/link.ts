/** Links of Tocsin's own, `tocsin://…`: read and checked, as text that anybody may have written. Pure. */
import { type Wording, worded } from '../i18n/wording.ts'
import { resolveEndpoint } from '../protocol/endpoint.ts'

export const linkScheme = 'tocsin'

export type Link =
  | { readonly kind: 'notification'; readonly rowId: number }
  | { readonly kind: 'search'; readonly query: string }
  /** A `ws:` or `wss:` address that can be used. To be asked about: a link is written by anybody. */
  | { readonly kind: 'source'; readonly url: string }

export type LinkResult = Link | { readonly kind: 'bad'; readonly problem: Wording }

const longestLink = 4_096
/** As the contract has it for a search. */
const longestQuery = 1_000
/** Controls, lone surrogates, and what turns text around or hides in it: none of it is what a person wrote. */
const unprintable = /[\p{Cc}\p{Cs}\u2028\u2029\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u

export const isLink = (text: string): boolean => /^tocsin:/i.test(text)

/**
 * - `tocsin://notification/7`
 * - `tocsin://search?q=disk`
 * - `tocsin://source?url=wss://host/path`, where the address may be percent-encoded
 */
export function parseLink(text: string): LinkResult {
  if (text.length > longestLink) return bad(worded('links.long', { limit: longestLink }))
  if (unprintable.test(text)) return bad(worded('links.unseen'))
  const url = URL.canParse(text) ? new URL(text) : null
  if (url?.protocol !== `${linkScheme}:`) return bad(worded('links.scheme'))
  if (url.username !== '' || url.password !== '' || url.port !== '') return bad(worded('links.name-or-port'))
  switch (url.hostname.toLowerCase()) {
    case 'notification':
      return readNotification(url)
    case 'search':
      return readSearch(url)
    case 'source':
      return readSource(url)
    default:
      return bad(worded('links.unknown'))
  }
}

function readNotification({ pathname }: URL): LinkResult {
  const digits = /^\/([1-9]\d{0,15})\/?$/.exec(pathname)?.[1]
  const rowId = Number(digits)
  return Number.isSafeInteger(rowId) ? { kind: 'notification', rowId } : bad(worded('links.notification'))
}

function readSearch(url: URL): LinkResult {
  const query = readValue(url, 'q')
  if (query === null) return bad(worded('links.search'))
  if (query.length > longestQuery) return bad(worded('links.search.long', { limit: longestQuery }))
  return { kind: 'search', query }
}

function readSource(url: URL): LinkResult {
  const address = readValue(url, 'url')
  if (address === null) return bad(worded('links.source'))
  return resolveEndpoint(address, 'any').ok
    ? { kind: 'source', url: address }
    : bad(worded('links.source.bad'))
}

/** @returns null where it is missing, empty, given twice, or not text that can be seen */
function readValue({ pathname, searchParams }: URL, name: string): string | null {
  const values = searchParams.getAll(name)
  const value = values[0]?.trim() ?? ''
  const isGood = values.length === 1 && value !== '' && !unprintable.test(values[0] ?? '')
  return isGood && (pathname === '' || pathname === '/') ? value : null
}

const bad = (why: Wording): LinkResult => ({ kind: 'bad', problem: worded('links.bad', { why }) })
