/** What is told of a failure: close codes, the network's and TLS's errors, HTTP statuses. Not: what follows from them. */
import { type Wording, worded } from '../../i18n/wording.ts'

/** Whose fault is told: the server's, or that of the proxy on the way to it. */
export type Party = 'server' | 'proxy'

const closeCodes = [
  ...([1000, 1001, 1002, 1003, 1006, 1007, 1008, 1009, 1011, 1012, 1013] as const),
  ...([4401, 4403] as const),
] as const

export function describeCloseCode(code: number): Wording {
  const known = closeCodes.find((each) => each === code)
  return known === undefined
    ? worded('engine-connection.close.other', { code })
    : worded(`engine-connection.close.${known}`)
}

/**
 * @param code Node's or OpenSSL's name for it; may be empty
 * @param message shown where the code is not known
 */
export const describeNetwork = (code: string, message: Wording, party: Party): Wording =>
  networkSentence(code, party) ?? tlsSentence(code, party) ?? otherSentence(message, party)

function networkSentence(code: string, party: Party): Wording | null {
  switch (code) {
    case 'ECONNREFUSED':
      return worded(`engine-connection.network.refused.${party}`)
    case 'ECONNRESET':
      return worded(`engine-connection.network.reset.${party}`)
    case 'ENOTFOUND':
      return worded(`engine-connection.network.not-found.${party}`)
    case 'EAI_AGAIN':
      return worded(`engine-connection.network.look-up.${party}`)
    case 'ETIMEDOUT':
      return worded(`engine-connection.network.timed-out.${party}`)
    case 'EHOSTUNREACH':
      return worded(`engine-connection.network.no-way.${party}`)
    case 'ENETUNREACH':
      return worded('engine-connection.network.none')
    case 'WS_ERR_UNSUPPORTED_MESSAGE_LENGTH':
      return worded('engine-connection.network.too-large')
    case 'WS_ERR_INVALID_UTF8':
      return worded('engine-connection.network.not-utf8')
    default:
      return null
  }
}

/** By Node's names for what OpenSSL finds wrong with a certificate. */
const certificateProblems = {
  CERT_HAS_EXPIRED: 'expired',
  CERT_NOT_YET_VALID: 'not-yet',
  CERT_REVOKED: 'revoked',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'self-signed',
  SELF_SIGNED_CERT_IN_CHAIN: 'unknown-authority',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'unknown-authority',
  UNABLE_TO_GET_ISSUER_CERT: 'unknown-authority',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'unknown-authority',
  ERR_TLS_CERT_ALTNAME_INVALID: 'other-name',
} as const

type CertificateCode = keyof typeof certificateProblems

export const isCertificateProblem = (code: string): code is CertificateCode =>
  Object.hasOwn(certificateProblems, code)

function tlsSentence(code: string, party: Party): Wording | null {
  if (isCertificateProblem(code)) {
    return worded(`engine-connection.certificate.${certificateProblems[code]}.${party}`)
  }
  if (code !== 'EPROTO' && !code.startsWith('ERR_SSL_')) return null
  return worded(`engine-connection.tls.${party}`, { code })
}

const otherSentence = (message: Wording, party: Party): Wording =>
  worded(`engine-connection.network.other.${party}`, { message })

export function describeStatus(status: number): Wording {
  const known = ([401, 403, 404, 429] as const).find((each) => each === status)
  if (known !== undefined) return worded(`engine-connection.status.${known}`)
  return worded(`engine-connection.status.${status >= 500 ? 'fault' : 'other'}`, { status })
}

export function describeProxyStatus(status: number): Wording {
  const known = ([403, 407, 429] as const).find((each) => each === status)
  if (known !== undefined) return worded(`engine-connection.proxy-status.${known}`)
  return worded(`engine-connection.proxy-status.${status >= 500 ? 'fault' : 'other'}`, { status })
}
