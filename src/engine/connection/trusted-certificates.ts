/** Whom a TLS connection trusts: Node's own list, the user's authority, the computer's. */
import { getCACertificates, rootCertificates } from 'node:tls'
import type { Settings } from '../../contract/settings-table.ts'
import { type Wording, worded } from '../../i18n/wording.ts'
import { readCertificates } from './certificate-file.ts'

/** What `node:tls` gives; a runtime may lack it, or know no system. */
export type CertificateLists = (which: 'default' | 'system') => readonly string[]

export const noSystemCertificates = worded('engine-connection.authority.system')

/**
 * @param warn told when the computer's authorities are wanted and not to be had
 * @returns PEM certificates; undefined leaves it to Node's own list
 * @throws WordedError when the user's file cannot be read any more
 */
export function trustedCertificates(
  { caFile, systemCertificates }: Pick<Settings, 'caFile' | 'systemCertificates'>,
  warn: (problem: Wording) => void,
  lists: CertificateLists = nodeLists,
): string[] | undefined {
  if (caFile === '' && !systemCertificates) return undefined
  const own = caFile === '' ? [] : readCertificates(caFile)
  const system = systemCertificates ? read(lists, 'system') : []
  if (systemCertificates && system.length === 0) warn(noSystemCertificates)
  const usual = read(lists, 'default')
  return [...(usual.length > 0 ? usual : rootCertificates), ...system, ...own]
}

/** `default` also holds what NODE_EXTRA_CA_CERTS names, which a list of one's own would otherwise shut out. */
const nodeLists: CertificateLists = (which) => getCACertificates(which)

function read(lists: CertificateLists, which: 'default' | 'system'): readonly string[] {
  try {
    return lists(which)
  } catch {
    // Node before 22.15 and an Electron without it have no such function.
    return []
  }
}
