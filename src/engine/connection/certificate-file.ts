/** A file of certificates in PEM, as an own authority is given. Not: whom they are used to trust. */

import { X509Certificate } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { isAbsolute } from 'node:path'
import { worded } from '../../i18n/wording.ts'
import { describeFault } from '../describe-fault.ts'
import { WordedError } from '../worded-error.ts'

/** The largest bundles of authorities have a few hundred kilobytes. */
const largestBytes = 4 * 1024 * 1024
const pemBlock = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g

/**
 * @returns the certificates that can be read, each in PEM, at least one
 * @throws WordedError when there is none
 */
export function readCertificates(path: string): readonly string[] {
  if (!isAbsolute(path)) {
    throw new WordedError(worded('engine-connection.authority.full-path', { path }))
  }
  const blocks = readText(path).match(pemBlock) ?? []
  const certificates = blocks.filter(isCertificate)
  if (certificates.length === 0) {
    throw new WordedError(worded('engine-connection.authority.none', { path }))
  }
  return certificates
}

function readText(path: string): string {
  try {
    const { size } = statSync(path)
    // A folder, a pipe or a device has no text that ends.
    if (!statSync(path).isFile()) throw new WordedError(worded('engine-connection.authority.no-file'))
    if (size > largestBytes) throw new WordedError(worded('engine-connection.authority.large'))
    return readFileSync(path, 'utf8')
  } catch (error) {
    const cause = describeFault(error)
    throw new WordedError(worded('engine-connection.authority.unreadable', { path, cause }))
  }
}

function isCertificate(pem: string): boolean {
  try {
    return new X509Certificate(pem).raw.length > 0
  } catch {
    return false
  }
}
