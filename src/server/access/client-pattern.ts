/** Patterns of client ids: one id, all that begin alike (`team-*`), or all (`*`). */
import Type from 'typebox'

/** A star anywhere but at the end is refused, so that nobody hopes for more than there is. */
export const ClientPattern = Type.String({ minLength: 1, maxLength: 1000, pattern: '^[^*]*\\*?$' })

export function matchesClient(pattern: string, clientId: string): boolean {
  return pattern.endsWith('*') ? clientId.startsWith(pattern.slice(0, -1)) : clientId === pattern
}
