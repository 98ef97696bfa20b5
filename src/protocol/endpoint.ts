/** Addresses of the Notification WebSocket API: `ws(s)://HOST/ws/notify/{client_id}` (seed). */

const pathPrefix = '/ws/notify/'
const placeholder = '{client_id}'

/** `no-client-id`: it is empty; `dots`: it is `.` or `..`; `fragment`: the address has a part after `#`. */
export type EndpointProblem = 'no-client-id' | 'dots' | 'no-address' | 'fragment'

export type EndpointCheck =
  | { readonly ok: true; readonly url: string }
  | { readonly ok: false; readonly problem: EndpointProblem }

/**
 * Turns what a person calls a source into the address to connect to.
 *
 * - `wss://host/ws/notify/{client_id}`: the placeholder is replaced
 * - `wss://host`, `wss://host/ws/notify`: the rest of the path is added
 * - any other path is taken as it is: the client id may be part of it already
 *
 * The client id is percent-encoded as one path segment.
 */
export function resolveEndpoint(source: string, clientId: string): EndpointCheck {
  if (clientId === '') return { ok: false, problem: 'no-client-id' }
  // A URL resolves dot segments away, percent-encoded or not, so these two can never reach a server.
  if (clientId === '.' || clientId === '..') return { ok: false, problem: 'dots' }
  const segment = encodeURIComponent(clientId.toWellFormed())
  const written = source.trim().replaceAll(placeholder, segment).replaceAll(encodeURI(placeholder), segment)
  const url = URL.canParse(written) ? new URL(written) : null
  if (url === null || (url.protocol !== 'ws:' && url.protocol !== 'wss:') || url.hostname === '') {
    return { ok: false, problem: 'no-address' }
  }
  if (url.hash !== '') return { ok: false, problem: 'fragment' }
  if (url.pathname === '/' || `${url.pathname}/` === pathPrefix || url.pathname === pathPrefix) {
    url.pathname = pathPrefix + segment
  }
  return { ok: true, url: url.href }
}

/** The client id of a request path such as `/ws/notify/alice`, decoded; null when the path is another. */
export function readClientId(pathname: string): string | null {
  if (!pathname.startsWith(pathPrefix)) return null
  const segment = pathname.slice(pathPrefix.length)
  if (segment === '' || segment.includes('/')) return null
  try {
    return decodeURIComponent(segment)
  } catch {
    return null
  }
}
