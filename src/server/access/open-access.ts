/** Access as the command's options ask for it: opens what they name, says what is doubtful, and reads it again when told to. */
import type { Clock } from '../../clock/clock.ts'
import type { Configuration } from '../configuration/server-options.ts'
import type { Log } from '../log/server-events.ts'
import { messageOf } from '../message-of.ts'
import type { NotificationServer } from '../notification-server.ts'
import { isLoopback } from '../server-address.ts'
import type { Access } from './access.ts'
import { createLocalAccess } from './local-access.ts'
import { createOrigins } from './origins.ts'
import { describeExpiry, readTlsCertificate, type TlsCertificate, type TlsFiles } from './tls-certificate.ts'
import { createTokenAccess } from './token-access.ts'
import { openTokenKeeper } from './token-keeper.ts'

export type OpenAccess = Disposable & {
  readonly access: Access
  /** Null: no TLS. */
  readonly tls: TlsCertificate | null
  /** Reads tokens and certificate again. What cannot be used leaves what was, and is logged. */
  reload(server: Pick<NotificationServer, 'setCertificate'>): void
  /** Whether there is anything to read again. */
  readonly hasFiles: boolean
}

export type AccessOptions = Pick<
  Configuration,
  'bind' | 'demo' | 'token-file' | 'tls-cert' | 'tls-key' | 'allow-origin'
>

/** @throws TokenFileError, TlsFileError */
export function openAccess(
  options: AccessOptions,
  deps: { readonly clock: Clock; readonly log: Log },
): OpenAccess {
  const { clock, log } = deps
  const { 'token-file': file, 'tls-cert': certFile, 'tls-key': keyFile } = options
  const files: TlsFiles | null = certFile === null || keyFile === null ? null : { certFile, keyFile }
  const tls = files === null ? null : readTlsCertificate(files)
  if (tls !== null) warnOfExpiry(tls)
  const origins = createOrigins(options['allow-origin'])
  const tokens = file === null ? null : openTokenKeeper({ file, clock, log })
  if (tls === null && !isLoopback(options.bind)) {
    log({ event: 'unencrypted' })
  }

  function warnOfExpiry(certificate: TlsCertificate): void {
    const problem = describeExpiry(certificate, clock.now())
    if (problem !== null) log({ event: 'certificate-untimely', reason: problem })
  }

  function reloadCertificate(server: Pick<NotificationServer, 'setCertificate'>, from: TlsFiles): void {
    try {
      const certificate = readTlsCertificate(from)
      server.setCertificate(certificate)
      log({ event: 'certificate-reloaded' })
      warnOfExpiry(certificate)
    } catch (error) {
      log({ event: 'certificate-not-reloaded', reason: messageOf(error) })
    }
  }

  return {
    access:
      tokens === null
        ? createLocalAccess({ origins, letsFilesSubscribe: options.demo })
        : createTokenAccess({ tokens, origins, clock }),
    tls,
    hasFiles: tokens !== null || files !== null,
    reload(server) {
      tokens?.reload()
      if (files !== null) reloadCertificate(server, files)
    },
    [Symbol.dispose]: () => tokens?.[Symbol.dispose](),
  }
}
