/** How the server closes a connection of its own will: RFC 6455 close codes, and words for people. */

export const closeReasons = {
  shuttingDown: { code: 1001, reason: 'The server is shutting down' },
  /** 1012 "service restart" (IANA registry): its place in the streams is of another life. */
  storeRenewed: { code: 1012, reason: 'What is kept here has begun anew' },
  /** 1012 "service restart" (IANA registry): it comes back, and so may clients. */
  restarting: { code: 1012, reason: 'The server is shutting down' },
  tooManyOffences: { code: 1008, reason: 'Too many messages that could not be understood' },
  /** 1013 "try again later" (IANA registry): the client does not read what it is sent. */
  readsTooSlowly: { code: 1013, reason: 'Messages are not read as fast as they are sent' },
  storeFailed: { code: 1011, reason: 'What waits for this client could not be read' },
  /** 4401 and 4403 are for applications to choose (RFC 6455, 7.4.2): HTTP's 401 and 403 of a connection that is open. */
  tokenRevoked: { code: 4401, reason: 'The access token was revoked' },
  tokenExpired: { code: 4401, reason: 'The access token has expired' },
  rightsWithdrawn: { code: 4403, reason: 'The access token is no longer good for this client' },
} as const satisfies Record<string, CloseReason>

/** `reason` is at most 123 bytes: a close frame holds no more. */
export type CloseReason = { readonly code: number; readonly reason: string }
