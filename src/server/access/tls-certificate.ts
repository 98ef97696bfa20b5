/** The server's certificate with its key: read from their files, and tried before anybody relies on them. */
import { createPrivateKey, X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createSecureContext } from 'node:tls'
import { messageOf } from '../message-of.ts'

/** As PEM; the certificate may be followed by the others of its chain. */
export type TlsCertificate = { readonly cert: string; readonly key: string }

export type TlsFiles = { readonly certFile: string; readonly keyFile: string }

/** The message is one sentence that names the file. */
export class TlsFileError extends Error {
  override readonly name = 'TlsFileError'
}

/** @throws TlsFileError when the two cannot be used, or not together */
export function readTlsCertificate({ certFile, keyFile }: TlsFiles): TlsCertificate {
  const cert = read(certFile)
  const key = read(keyFile)
  let certificate: X509Certificate
  try {
    certificate = new X509Certificate(cert)
  } catch {
    throw new TlsFileError(`${certFile} holds no certificate in PEM form.`)
  }
  if (!isKeyOf(certificate, key, keyFile)) {
    throw new TlsFileError(`The key in ${keyFile} is not that of the certificate in ${certFile}.`)
  }
  try {
    createSecureContext({ cert, key })
  } catch (error) {
    throw new TlsFileError(`${certFile} and ${keyFile} cannot be used: ${messageOf(error)}.`)
  }
  return { cert, key }
}

/** @returns what clients will find wrong with its time; null: nothing */
export function describeExpiry({ cert }: TlsCertificate, nowMs: number): string | null {
  const { validTo, validToDate, validFromDate } = new X509Certificate(cert)
  if (validToDate.getTime() <= nowMs) return `The certificate expired on ${validTo}: clients will refuse it.`
  return validFromDate.getTime() > nowMs ? 'The certificate is not valid yet: clients will refuse it.' : null
}

function isKeyOf(certificate: X509Certificate, key: string, keyFile: string): boolean {
  try {
    return certificate.checkPrivateKey(createPrivateKey(key))
  } catch {
    // What OpenSSL says here helps nobody, and may be of the key.
    throw new TlsFileError(`${keyFile} holds no private key in PEM form, or one that needs a passphrase.`)
  }
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    throw new TlsFileError(`${path} cannot be read: ${messageOf(error)}.`)
  }
}
