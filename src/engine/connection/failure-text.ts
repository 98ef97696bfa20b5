/** Why a connection ended or never came about, in a sentence for people. */

const closeCodes: Readonly<Record<number, string>> = {
  1000: 'The server ended the connection.',
  1001: 'The server is shutting down.',
  1002: 'The server closed the connection: it saw a protocol error (1002).',
  1003: 'The server closed the connection: it did not accept our message (1003).',
  1006: 'The connection broke off.',
  1007: 'The connection was closed: a message was not valid UTF-8 (1007).',
  1008: 'The server refused us (1008).',
  1009: 'The connection was closed: a message was larger than allowed (1009).',
  1011: 'The server closed the connection: it had an internal error (1011).',
  1012: 'The server is restarting (1012).',
  1013: 'The server asks us to try again later (1013).',
}

const networkCodes: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'Nothing answers at that address: is the server running?',
  ECONNRESET: 'The server broke off the connection.',
  ENOTFOUND: 'The name of the server cannot be found: check the address and your network.',
  EAI_AGAIN: 'The name of the server cannot be looked up right now: check your network.',
  ETIMEDOUT: 'The server did not answer in time.',
  EHOSTUNREACH: 'There is no way to that server: check your network.',
  ENETUNREACH: 'There is no network.',
  CERT_HAS_EXPIRED: "The server's certificate has expired.",
  DEPTH_ZERO_SELF_SIGNED_CERT: "The server's certificate is self-signed, and so not trusted.",
  SELF_SIGNED_CERT_IN_CHAIN: "The server's certificate comes from an authority that is not trusted.",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: "The server's certificate comes from an authority that is not trusted.",
  ERR_TLS_CERT_ALTNAME_INVALID: "The server's certificate is for another name.",
  WS_ERR_UNSUPPORTED_MESSAGE_LENGTH: 'The server sent a message larger than 1 MiB, and was cut off (1009).',
  WS_ERR_INVALID_UTF8: 'The server sent text that is not valid UTF-8, and was cut off (1007).',
}

/** @param reason what the other end gave as its reason; shown, since it is often the only explanation */
export function describeClose(code: number, reason: string): string {
  const sentence = closeCodes[code] ?? `The server closed the connection with code ${code}.`
  return reason === '' ? sentence : `${sentence} It said: ${reason.slice(0, 200)}`
}

/** @param error what the `ws` client or the network under it reported */
export function describeError(error: Error & { readonly code?: string }): string {
  const known = networkCodes[error.code ?? '']
  if (known !== undefined) return known
  const status = /^Unexpected server response: (\d+)$/.exec(error.message)?.[1]
  if (status !== undefined) return describeStatus(Number(status))
  return `The connection failed: ${error.message}.`
}

function describeStatus(status: number): string {
  if (status === 401 || status === 403) return `The server does not let us in (HTTP ${status}).`
  if (status === 404) return 'The server has no notifications at that address (HTTP 404): check the path.'
  if (status === 429) return 'The server asks us to come less often (HTTP 429).'
  if (status >= 500) return `The server has a fault of its own (HTTP ${status}).`
  return `The server answered with HTTP ${status} instead of opening a WebSocket.`
}
