/** What people are asked about an address before it becomes their source. Pure. */
import { resolveEndpoint } from '../protocol/endpoint.ts'

/** The machine behind it, without the user name that may stand before it. @returns null for what is no source */
export function sourceHost(source: string): string | null {
  const endpoint = resolveEndpoint(source, 'any')
  return endpoint.ok ? new URL(endpoint.url).host : null
}

/** Whether two ways of writing it lead to the same place. @param clientId fills what an address leaves open */
export function isSameSource(one: string, other: string, clientId: string): boolean {
  const [first, second] = [resolveEndpoint(one, clientId), resolveEndpoint(other, clientId)]
  return first.ok && second.ok ? first.url === second.url : one === other
}
