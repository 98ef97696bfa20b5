/** What is told of a failure: close codes, the network's and TLS's errors, HTTP statuses. Not: what follows from them. */

/** Whose fault is told: the server's, or that of the proxy on the way to it. */
export type Party = 'server' | 'proxy'

const closeCodes: Readonly<Record<number, string>> = {
  1000: 'The server ended the connection.',
  1001: 'The server is shutting down.',
  1002: 'The server closed the connection: it saw a protocol error (1002).',
  1003: 'The server closed the connection: it did not accept our message (1003).',
  1006: 'The connection broke off.',
  1007: 'The connection was closed: a message was not valid UTF-8 (1007).',
  1008: 'The server refused us (1008).',
  4401: 'The server does not know us (4401): it wants a token.',
  4403: 'The server does not let us in (4403).',
  1009: 'The connection was closed: a message was larger than allowed (1009).',
  1011: 'The server closed the connection: it had an internal error (1011).',
  1012: 'The server is restarting (1012).',
  1013: 'The server asks us to try again later (1013).',
}

export const describeCloseCode = (code: number): string =>
  closeCodes[code] ?? `The server closed the connection with code ${code}.`

/**
 * @param code Node's or OpenSSL's name for it; may be empty
 * @param message shown where the code is not known
 */
export const describeNetwork = (code: string, message: string, party: Party): string =>
  networkSentence(code, party) ?? tlsSentence(code, party) ?? otherSentence(message, party)

function networkSentence(code: string, party: Party): string | null {
  switch (code) {
    case 'ECONNREFUSED':
      return party === 'server'
        ? 'Nothing answers at that address: is the server running?'
        : "Nothing answers at the proxy's address: is the proxy running?"
    case 'ECONNRESET':
      return `The ${party} broke off the connection.`
    case 'ENOTFOUND':
      return `The name of the ${party} cannot be found: check the address and your network.`
    case 'EAI_AGAIN':
      return `The name of the ${party} cannot be looked up right now: check your network.`
    case 'ETIMEDOUT':
      return `The ${party} did not answer in time.`
    case 'EHOSTUNREACH':
      return `There is no way to the ${party}: check your network.`
    case 'ENETUNREACH':
      return 'There is no network.'
    case 'WS_ERR_UNSUPPORTED_MESSAGE_LENGTH':
      return 'The server sent a message larger than 1 MiB, and was cut off (1009).'
    case 'WS_ERR_INVALID_UTF8':
      return 'The server sent text that is not valid UTF-8, and was cut off (1007).'
    default:
      return null
  }
}

const trustAdvice = 'name its file as the certificate authority in the settings'
const unknownAuthority = `comes from an authority that is not trusted. To trust that authority, ${trustAdvice}.`

/** Node's names for what OpenSSL finds wrong with a certificate. */
const certificateProblems: Readonly<Record<string, string>> = {
  CERT_HAS_EXPIRED: 'has expired.',
  CERT_NOT_YET_VALID: "is not valid yet: check this computer's clock.",
  CERT_REVOKED: 'has been revoked.',
  DEPTH_ZERO_SELF_SIGNED_CERT: `is self-signed, and so not trusted. To trust it, ${trustAdvice}.`,
  SELF_SIGNED_CERT_IN_CHAIN: unknownAuthority,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: unknownAuthority,
  UNABLE_TO_GET_ISSUER_CERT: unknownAuthority,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: unknownAuthority,
  ERR_TLS_CERT_ALTNAME_INVALID: 'is for another name.',
}

export const isCertificateProblem = (code: string): boolean => Object.hasOwn(certificateProblems, code)

function tlsSentence(code: string, party: Party): string | null {
  const problem = certificateProblems[code]
  if (problem !== undefined) return `The ${party}'s certificate ${problem}`
  if (code !== 'EPROTO' && !code.startsWith('ERR_SSL_')) return null
  const scheme = party === 'server' ? 'ws:// instead of wss://' : 'http:// instead of https://'
  return `No secure connection to the ${party} came about (${code}): is its address ${scheme}?`
}

const otherSentence = (message: string, party: Party): string =>
  party === 'server' ? `The connection failed: ${message}.` : `The proxy cannot be used: ${message}.`

export function describeStatus(status: number): string {
  if (status === 401) return 'The server does not let us in (HTTP 401): it wants an access token.'
  if (status === 403) return 'The server does not let us in (HTTP 403).'
  if (status === 404) return 'The server has no notifications at that address (HTTP 404): check the path.'
  if (status === 429) return 'The server asks us to come less often (HTTP 429).'
  if (status >= 500) return `The server has a fault of its own (HTTP ${status}).`
  return `The server answered with HTTP ${status} instead of opening a WebSocket.`
}

export function describeProxyStatus(status: number): string {
  if (status === 407)
    return 'The proxy wants a name and a password (HTTP 407): write them into its address, http://name:password@host.'
  if (status === 403) return 'The proxy does not let us through to that server (HTTP 403).'
  if (status === 429) return 'The proxy asks us to come less often (HTTP 429).'
  if (status >= 500) return `The proxy did not reach the server (HTTP ${status}).`
  return `The proxy answered with HTTP ${status} instead of letting us through.`
}
