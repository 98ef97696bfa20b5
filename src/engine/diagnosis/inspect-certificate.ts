/** How a server proves who it is: its certificate, looked at with the very trust that the connection has. */
import type { Socket } from 'node:net'
import { isIP } from 'node:net'
import { connect, type PeerCertificate, type TLSSocket } from 'node:tls'
import { type Wording, worded } from '../../i18n/wording.ts'
import { describeNetwork } from '../connection/failure-sentences.ts'
import { bad, both, doubtful, type Finding, good } from './finding.ts'
import { howLong, worldDay } from './how-long.ts'

export type Handshake = {
  /** Open to the server, or to what a proxy made of it. Whoever opened it destroys it. */
  readonly socket: Socket
  readonly host: string
  /** PEM; undefined leaves it to Node's own list. */
  readonly ca: string[] | undefined
}

/** When there is still time to ask for a new one. */
const soonMs = 14 * 86_400_000

/** @param now milliseconds since the epoch */
export async function inspectCertificate({ socket, host, ca }: Handshake, now: number): Promise<Finding> {
  const secure = connect({
    ...{ socket, host, servername: isIP(host) === 0 ? host : '' },
    ...(ca === undefined ? {} : { ca }),
    // To see what is not trusted, and why. Nothing is sent to it, and nothing that it says is used.
    rejectUnauthorized: false,
  })
  try {
    await new Promise<void>((resolve, reject) => {
      secure.once('secureConnect', resolve)
      secure.on('error', reject)
      secure.once('close', () => reject(Object.assign(new Error('it broke off'), { code: 'ECONNRESET' })))
    })
    return judge(secure, host, now)
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException // what a socket's `error` brings
    return bad(describeNetwork(code, message, 'server'), code || message)
  }
}

function judge(secure: TLSSocket, host: string, now: number): Finding {
  const certificate = secure.getPeerCertificate(true)
  const detail = describeChain(certificate, secure)
  const validTo = Date.parse(certificate.valid_to)
  if (!secure.authorized) {
    // Node sets it to OpenSSL's name for it, whatever its type says.
    return bad(describeMistrust(String(secure.authorizationError), certificate, host, now), detail)
  }
  const until = worldDay(validTo)
  if (validTo - now < soonMs) {
    return doubtful(worded('engine-diagnosis.tls.soon', { until, span: howLong(validTo - now) }), detail)
  }
  return good(worded('engine-diagnosis.tls.good', { until }), detail)
}

function describeMistrust(code: string, certificate: PeerCertificate, host: string, now: number): Wording {
  const told = describeNetwork(code, code, 'server')
  const today = worldDay(now)
  switch (code) {
    case 'CERT_HAS_EXPIRED': {
      const validTo = Date.parse(certificate.valid_to)
      // It may be the certificate of an authority in between.
      if (validTo >= now) return both(told, worded('engine-diagnosis.tls.authority-expired', { today }))
      return both(told, worded('engine-diagnosis.tls.expired', { day: worldDay(validTo), today }))
    }
    case 'CERT_NOT_YET_VALID': {
      const day = worldDay(Date.parse(certificate.valid_from))
      return both(told, worded('engine-diagnosis.tls.not-yet', { day, today }))
    }
    case 'ERR_TLS_CERT_ALTNAME_INVALID':
      return worded('engine-diagnosis.tls.other-name', { names: namesOf(certificate), host })
    default:
      return told
  }
}

const namesOf = ({ subjectaltname = '', subject }: PeerCertificate): string =>
  subjectaltname.replace(/(DNS|IP Address):/g, '').slice(0, 200) || String(subject.CN ?? 'nobody')

function describeChain(certificate: PeerCertificate, secure: TLSSocket): string {
  const lines = chainOf(certificate).map(
    ({ subject, issuer, valid_from, valid_to }) =>
      `${nameOf(subject)}, by ${nameOf(issuer)}, valid from ${worldDay(Date.parse(valid_from))} to ${worldDay(Date.parse(valid_to))}`,
  )
  return [`${secure.getProtocol() ?? 'TLS'}, for ${namesOf(certificate)}`, ...lines].join('\n')
}

/** A chain ends in one that signed itself, or where the server sent no more. */
function chainOf(leaf: PeerCertificate): readonly PeerCertificate[] {
  const chain: PeerCertificate[] = []
  let next: PeerCertificate | undefined = leaf
  while (next?.subject !== undefined && chain.length < 10 && !chain.includes(next)) {
    chain.push(next)
    next = 'issuerCertificate' in next ? (next.issuerCertificate as PeerCertificate) : undefined // as asked for
  }
  return chain
}

const nameOf = ({ CN, O }: PeerCertificate['subject']): string => String(CN ?? O ?? 'somebody without a name')
