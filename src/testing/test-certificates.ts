/**
 * Certificates for tests, with their keys: thrown away by being published, and trusted by nobody. Made once with
 * OpenSSL, valid from 2020 to 2120, except for `expired`, which was valid in 2020.
 */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/**
 * `server` is signed by the authority, for localhost, notify.test, 127.0.0.1 and 192.0.2.1; `expired` for localhost and
 * 127.0.0.1; `elsewhere` for elsewhere.test; `self-signed` by itself, for localhost and 127.0.0.1.
 */
export type CertificateName = 'server' | 'expired' | 'elsewhere' | 'self-signed'

const pathOf = (file: string): string => fileURLToPath(new URL(`./certificates/${file}.pem`, import.meta.url))

/** The file of the authority that signed all but `self-signed`. */
export const authorityFile = pathOf('authority')

export const certificateFile = (name: CertificateName): string => pathOf(name)

/** As `node:tls` takes them. */
export const certificate = (name: CertificateName): { readonly cert: string; readonly key: string } => ({
  cert: readFileSync(pathOf(name), 'utf8'),
  key: readFileSync(pathOf(`${name}.key`), 'utf8'),
})
