/** Whether what was typed can be kept, in the reader's words where it cannot. Pure; the engine checks once more. */
import { settingsTable } from '../../contract/settings-table.ts'
import { validate } from '../../contract/validate.ts'
import type { I18n } from '../../i18n/create-i18n.ts'

/** @returns what is wrong, a sentence; null where nothing is. Empty is the built-in server. */
export function sourceProblem({ t }: I18n, address: string): string | null {
  if (address === '') return null
  if (!validate(settingsTable.source.schema, address).ok) return t('connection.too-long')
  // Braces, as in `{client_id}`, are no part of a host; in a path they are fine.
  const url = URL.canParse(address) ? new URL(address) : null
  if (url === null || !/^wss?:$/.test(url.protocol)) return t('connection.source.invalid')
  return url.hash === '' ? null : t('connection.source.fragment')
}

export function clientIdProblem({ t }: I18n, id: string): string | null {
  if (id === '') return t('connection.client-id.empty')
  if (id === '.' || id === '..') return t('connection.client-id.dots', { id })
  return validate(settingsTable.clientId.schema, id).ok ? null : t('connection.too-long')
}
