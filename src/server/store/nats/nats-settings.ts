/** Where the shared log is, and how it is kept: what the options say. */

export type NatsSettings = {
  /** `nats://` or `tls://`, maybe with a user and a password, or a token. Any of them leads to the same cluster. */
  readonly servers: readonly string[]
  /** A file as `nsc` makes it, with a JWT and its key. */
  readonly credentialsFile: string | null
  readonly tls: {
    readonly caFile: string | null
    readonly certFile: string | null
    readonly keyFile: string | null
  }
  /** Nodes of one name share a log. Also the first word of its subjects. */
  readonly name: string
  readonly replicas: number
  /** Past it NATS refuses what is published; null: no bound. */
  readonly maxBytes: number | null
}

/** The streams and subjects of a name: one log, and checkpoints of what it amounts to. */
export const logStream = (name: string): string => `${name}-log`
export const logSubject = (name: string): string => `${name}.log`
export const checkpointStream = (name: string): string => `${name}-checkpoints`
export const checkpointSubject = (name: string, sequence: number | string, part: number | string): string =>
  `${name}.checkpoint.${sequence}.${part}`

/** An address for logs: without what it lets in with. */
export function withoutSecrets(server: string): string {
  if (!URL.canParse(server)) return 'an address that cannot be read'
  const { protocol, host } = new URL(server)
  return `${protocol}//${host}`
}
