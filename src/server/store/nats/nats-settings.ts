/** Where the shared log is, and how it is kept: what the options say. */
import { accessSync, constants } from 'node:fs'
import type { Configuration } from '../../configuration/server-options.ts'
import { messageOf } from '../../message-of.ts'
import { StoreError } from '../sqlite/store-error.ts'

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

type NatsOption = Extract<keyof Configuration, `nats${string}`>

/** @throws StoreError when a file that is named cannot be read */
export function readNatsSettings(
  configuration: Pick<Configuration, Exclude<NatsOption, 'nats'>>,
  servers: readonly string[],
): NatsSettings {
  for (const name of ['nats-creds', 'nats-ca', 'nats-cert', 'nats-key'] as const) {
    const file = configuration[name]
    if (file !== null) checkReadable(name, file)
  }
  return {
    servers,
    credentialsFile: configuration['nats-creds'],
    tls: {
      caFile: configuration['nats-ca'],
      certFile: configuration['nats-cert'],
      keyFile: configuration['nats-key'],
    },
    name: configuration['nats-name'],
    replicas: configuration['nats-replicas'],
    maxBytes: configuration['nats-max-bytes'],
  }
}

function checkReadable(option: string, file: string): void {
  try {
    accessSync(file, constants.R_OK)
  } catch (error) {
    throw new StoreError(`--${option}: ${file} cannot be read (${messageOf(error)})`)
  }
}

/** The streams and subjects of a name: one log, and checkpoints of what it amounts to. */
export const logStream = (name: string): string => `${name}-log`
export const logSubject = (name: string): string => `${name}.log`
export const checkpointStream = (name: string): string => `${name}-checkpoints`
export const checkpointSubject = (name: string, sequence: number | string, part: number | string): string =>
  `${name}.checkpoint.${sequence}.${part}`
