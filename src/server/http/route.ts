/** What an address names, and what may be done there. Decides only. */
import { readClientId } from '../../protocol/endpoint.ts'

export type Route =
  | { readonly kind: 'page' }
  | { readonly kind: 'openapi' }
  | { readonly kind: 'health' }
  | { readonly kind: 'ready' }
  | { readonly kind: 'metrics' }
  /** `clientId` null: everyone. */
  | { readonly kind: 'publish'; readonly clientId: string | null }
  | { readonly kind: 'receipt'; readonly clientId: string | null; readonly id: string }
  | { readonly kind: 'receipt-events'; readonly clientId: string | null; readonly id: string }
  | { readonly kind: 'endpoint' }
  /** An address of ours with a client id or an id that is missing, or not percent-encoded. */
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'nothing' }

/** The path of a request's target, without its query; as it came, so not decoded. */
export function pathOf(target: string): string {
  const end = target.indexOf('?')
  return end === -1 ? target : target.slice(0, end)
}

/** @returns the parameters after the first `?` */
export function queryOf(target: string): URLSearchParams {
  const start = target.indexOf('?')
  return new URLSearchParams(start === -1 ? '' : target.slice(start + 1))
}

export function readRoute(path: string): Route {
  switch (path) {
    case '/':
      return { kind: 'page' }
    case '/openapi.json':
      return { kind: 'openapi' }
    case '/healthz':
      return { kind: 'health' }
    case '/readyz':
      return { kind: 'ready' }
    case '/metrics':
      return { kind: 'metrics' }
    case '/notify':
      return { kind: 'publish', clientId: null }
  }
  if (path.startsWith('/notify/')) return readClientRoute(path.slice('/notify/'.length).split('/'))
  if (path.startsWith('/receipts/')) return readReceipt(null, path.slice('/receipts/'.length).split('/'))
  if (readClientId(path) !== null) return { kind: 'endpoint' }
  return path.startsWith('/ws/notify') ? { kind: 'unreadable' } : { kind: 'nothing' }
}

export function methodsOf(route: Route): readonly string[] {
  switch (route.kind) {
    case 'publish':
      return ['POST', 'OPTIONS']
    default:
      return ['GET', 'HEAD', 'OPTIONS']
  }
}

function readClientRoute([segment = '', ...rest]: readonly string[]): Route {
  const clientId = decode(segment)
  if (clientId === null) return { kind: 'unreadable' }
  return rest.length === 0 ? { kind: 'publish', clientId } : readReceipt(clientId, rest)
}

function readReceipt(clientId: string | null, [segment = '', events, ...more]: readonly string[]): Route {
  const id = decode(segment)
  if (id === null) return { kind: 'unreadable' }
  if (events === undefined) return { kind: 'receipt', clientId, id }
  return events === 'events' && more.length === 0
    ? { kind: 'receipt-events', clientId, id }
    : { kind: 'nothing' }
}

/** Null where it is empty, or not percent-encoded as it should be. */
function decode(segment: string): string | null {
  if (segment === '') return null
  try {
    return decodeURIComponent(segment)
  } catch {
    return null
  }
}
