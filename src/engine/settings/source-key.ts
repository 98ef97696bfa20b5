/** The name under which a source's own settings and its token are kept. */
import { resolveEndpoint } from '../../protocol/endpoint.ts'

/**
 * One source has one key, however its address is spelt and whatever the client id; the built-in server's is empty. A
 * password or a query in the address is no part of it.
 * @param address as a person wrote it
 */
export function sourceKey(address: string): string {
  const endpoint = resolveEndpoint(address, '{client_id}')
  if (!endpoint.ok) return address.trim()
  const { protocol, host, pathname } = new URL(endpoint.url)
  return `${protocol}//${host}${pathname}`
}
