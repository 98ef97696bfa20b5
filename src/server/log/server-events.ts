/** All that the server logs: each event with its level, its words and what it means for who operates the server. */
import { quoteForLog } from '../quote-for-log.ts'

export const logLevels = ['debug', 'info', 'warn', 'error'] as const
export type LogLevel = (typeof logLevels)[number]

export type EventDefinition<Fields extends object = object> = {
  readonly level: LogLevel
  /** One line without a line end. Neither a token nor a notification's text is ever in it. */
  readonly text: (fields: Fields) => string
  /** For the documentation: what it means, and what to do. */
  readonly meaning: string
}

type OfClient = { readonly clientId: string }
type WithReason = { readonly reason: string }

const define = <Fields extends object>(
  level: LogLevel,
  meaning: string,
  text: EventDefinition<Fields>['text'],
): EventDefinition<Fields> => ({ level, meaning, text })

export const serverEvents = {
  'client-connected': define<OfClient>(
    'info',
    'A client opened a connection.',
    ({ clientId }) => `${quoteForLog(clientId)} connected`,
  ),
  'client-left': define<OfClient & { readonly closeCode: number }>(
    'info',
    'A connection is gone. 1006: without a closing handshake, as when a network fails.',
    ({ clientId, closeCode }) => `${quoteForLog(clientId)} left (${closeCode})`,
  ),
  'client-closed': define<OfClient & WithReason & { readonly closeCode: number }>(
    'info',
    'The server closes a connection; `reason` is what the client is told.',
    ({ clientId, closeCode, reason }) => `Closing ${quoteForLog(clientId)} with ${closeCode}: ${reason}`,
  ),
  'client-failed': define<OfClient & WithReason>(
    'info',
    'A client sent what is no WebSocket frame, or one that is too large. Its connection is closed.',
    ({ clientId, reason }) => `${quoteForLog(clientId)}: ${reason}`,
  ),
  'acknowledgement-failed': define<OfClient & WithReason>(
    'error',
    'The store refused an acknowledgement; the client was told to send it again. See the disk.',
    ({ clientId, reason }) => `An acknowledgement of ${quoteForLog(clientId)} could not be stored: ${reason}`,
  ),
  'waiting-unreadable': define<OfClient & WithReason>(
    'error',
    'What waits for a client could not be read; it was closed with 1011, and comes back. See the disk.',
    ({ clientId, reason }) => `What waits for ${quoteForLog(clientId)} could not be read: ${reason}`,
  ),
  'deliveries-not-noted': define<WithReason>(
    'error',
    'Receipts miss some deliveries; no notification is lost. See the disk.',
    ({ reason }) => `Deliveries could not be noted: ${reason}`,
  ),
  'presence-not-noted': define<WithReason>(
    'error',
    'That a client is connected could not be stored; it is tried again in an hour. See the disk.',
    ({ reason }) => `That a client is connected could not be noted: ${reason}`,
  ),
  'request-failed': define<WithReason & { readonly method: string }>(
    'error',
    'A request was answered with 503, since the store refused it. The sender may try again. See the disk.',
    ({ method, reason }) => `${method} failed: ${reason}`,
  ),
  'upgrade-failed': define<WithReason>(
    'error',
    'A client was refused with 503, since the store did not answer. It comes back by itself. See the disk.',
    ({ reason }) => `An upgrade failed: ${reason}`,
  ),
  'server-error': define<WithReason>(
    'error',
    'Listening failed for a moment, as when there are no more file descriptors. The server goes on.',
    ({ reason }) => `The server goes on after an error: ${reason}`,
  ),
  'store-failed': define<WithReason>(
    'error',
    "The store's thread ended. Until another one runs, requests are answered with 503.",
    ({ reason }) => `The store has failed: ${reason}.`,
  ),
  'store-restarted': define<{ readonly isLastForNow: boolean }>(
    'warn',
    "The store's thread runs again; what was answered is there. `isLastForNow`: the third time in a minute.",
    ({ isLastForNow }) =>
      isLastForNow
        ? 'The store was started anew: if it fails once more, it is tried again in a minute.'
        : 'The store was started anew.',
  ),
  'store-not-restarted': define<WithReason>(
    'error',
    'The store could not be opened again; the next request tries once more. See the disk.',
    ({ reason }) => `The store could not be started anew: ${reason}`,
  ),
  'kept-in-memory': define<object>(
    'warn',
    'What is published is gone when the server ends: choose a port, or a folder.',
    () => 'What is published is kept in memory only: for more, give a --port other than 0, or a --data-dir',
  ),
  'nats-connected': define<object>(
    'info',
    'The shared log in NATS is followed: what other nodes did meanwhile is known here.',
    () => 'Connected to NATS, and up to date',
  ),
  'nats-lost': define<WithReason>(
    'error',
    'NATS cannot be used: until it can, requests to publish are answered with 503. It is tried again, and told once.',
    ({ reason }) => `NATS cannot be used: ${reason}; trying again until it works`,
  ),
  'log-foreign-entry': define<{ readonly sequence: number }>(
    'warn',
    'Something else writes to the subject of the shared log. Every node passes it by.',
    ({ sequence }) => `The shared log's entry ${sequence} is none of ours, and was passed by`,
  ),
  'log-beginning-lost': define<object>(
    'error',
    'The shared log was purged, or no node ran for longer than things are kept. Clients begin anew.',
    () => 'The beginning of the shared log is gone: it begins anew, and what waited is lost',
  ),
  'log-end-lost': define<object>(
    'error',
    'NATS has lost what it had confirmed, as a single one may by a power cut. Clients begin anew with what is left.',
    () => 'The end of the shared log is gone: clients begin anew, with what is left of it',
  ),
  'log-not-kept': define<WithReason>(
    'warn',
    'Clients could not be forgotten, or a checkpoint not be written. It is tried again.',
    ({ reason }) => `The shared log could not be looked after just now: ${reason}`,
  ),
  'tokens-reloaded': define<{ readonly count: number }>(
    'info',
    'The token file was read again. What revoked tokens had opened is closed.',
    ({ count }) => `The access tokens were read again: ${count}`,
  ),
  'tokens-not-reloaded': define<WithReason>(
    'error',
    'The token file cannot be used. Those of before stay in force, revoked ones too: mend the file.',
    ({ reason }) => `${reason} The access tokens of before stay in force.`,
  ),
  'certificate-reloaded': define<object>(
    'info',
    'Connections from now on get the new certificate.',
    () => 'The certificate was read again',
  ),
  'certificate-not-reloaded': define<WithReason>(
    'error',
    'The new certificate or its key cannot be used: mend the files, and send SIGHUP again.',
    ({ reason }) => `${reason} The certificate of before stays in use.`,
  ),
  'certificate-untimely': define<WithReason>(
    'warn',
    'The certificate has expired, or is not valid yet. It is served all the same.',
    ({ reason }) => reason,
  ),
  unencrypted: define<object>(
    'warn',
    'The server listens for other machines without TLS. Right only behind a reverse proxy that does TLS.',
    () =>
      'Tokens and notifications travel unencrypted to other machines: give --tls-cert and --tls-key, unless a reverse proxy does TLS',
  ),
  'mock-plays': define<{ readonly seed: number }>(
    'info',
    'A scenario is played instead of the demo. The same again: with `--seed` and this `seed`.',
    ({ seed }) => `The mock plays with --seed ${seed}: give it to see the same again`,
  ),
  'metrics-listening': define<{ readonly port: number }>(
    'info',
    'Metrics and health are answered on a port of their own.',
    ({ port }) => `Metrics and health are answered on port ${port}`,
  ),
  draining: define<{ readonly connections: number; readonly seconds: number }>(
    'info',
    'A signal asked the server to stop: nobody new comes in, and `connections` are being closed.',
    ({ connections, seconds }) => `Stopping: ${connections} connections, ${seconds} seconds at most`,
  ),
  stopped: define<object>('info', 'Everything is stored, and every connection closed.', () => 'Stopped'),
  'stopped-early': define<object>(
    'warn',
    'Something did not answer within `--drain-seconds`, such as NATS. What was answered is stored; receipts may miss deliveries.',
    () => 'Stopped before everything was finished: something did not answer in time',
  ),
  'lines-left-out': define<{ readonly of: string; readonly count: number }>(
    'warn',
    'So many more lines of the event `of` were not written: at most 100 of each are, in a minute.',
    ({ of, count }) => `${count} more lines of "${of}" were left out`,
  ),
} as const

export type EventName = keyof typeof serverEvents

type FieldsOf<Name extends EventName> =
  (typeof serverEvents)[Name] extends EventDefinition<infer Fields> ? Fields : never

/** What happened, as data: `{ event: 'client-left', clientId: 'alice', closeCode: 1006 }`. */
export type ServerEvent = { [Name in EventName]: { readonly event: Name } & FieldsOf<Name> }[EventName]

/** Told what happens. It never throws, and takes no time to speak of. */
export type Log = (event: ServerEvent) => void

/** An event in one line for people. */
export function describeEvent(event: ServerEvent): string {
  // The definition of this very name: its fields are the event's, which TypeScript cannot follow through a union.
  const { text } = serverEvents[event.event] as EventDefinition
  return text(event)
}
