/** Which server the engine listens to: the one named, or the one built into Tocsin. */
import type { Settings } from '../contract/settings-table.ts'
import type { SourceView } from '../contract/snapshot.ts'
import { resolveEndpoint } from '../protocol/endpoint.ts'
import type { SecretStore } from './settings/secret-store.ts'
import { sourceKey } from './settings/source-key.ts'

/** Starts the built-in server where it is not running yet. @returns its base address, `ws://127.0.0.1:PORT` */
export type EmbeddedServer = () => Promise<string>

/** The built-in server's port differs from run to run; its history belongs together. */
const embeddedAddress = 'embedded'

export type ResolvedSource =
  | { readonly ok: true; readonly url: string }
  /** The address can never be used: a sentence for people. */
  | { readonly ok: false; readonly problem: string }

export type Source = {
  readonly view: SourceView
  /** Under which the history files what this source sends. */
  readonly address: string
  /** What people know it by: the name of its computer. */
  readonly name: string
  /** Under which its own settings and its token are kept. */
  readonly key: string
  /** The settings or the token have changed: what is shown and filed is the source they name. */
  follow(settings: Settings): void
  /** @throws Error with a sentence for people when the built-in server cannot be started just now */
  resolve(settings: Settings): Promise<ResolvedSource>
  /** The settings' own source counts from now on. */
  dropOverride(): void
}

/** @param override a source for this run alone, from the command line */
export function createSource(
  embedded: EmbeddedServer,
  override: string | null,
  settings: Settings,
  secrets: Pick<SecretStore, 'has'>,
): Source {
  let overriding = override
  let key = ''
  let view: SourceView = { isEmbedded: true, url: '', hasAccessToken: false }
  const named = (values: Settings): string => overriding ?? values.source

  function follow(values: Settings): void {
    const address = named(values)
    const endpoint = address === '' ? null : resolveEndpoint(address, values.clientId)
    key = sourceKey(address)
    view = {
      isEmbedded: endpoint === null,
      url: endpoint?.ok ? withoutSecrets(endpoint.url) : '',
      hasAccessToken: secrets.has(key),
    }
  }
  follow(settings)

  return {
    get view() {
      return view
    },
    get address() {
      return view.isEmbedded ? embeddedAddress : view.url
    },
    get name() {
      return view.isEmbedded ? 'Built-in server' : URL.canParse(view.url) ? new URL(view.url).host : ''
    },
    get key() {
      return key
    },
    follow,
    async resolve(values) {
      const address = named(values)
      const endpoint = resolveEndpoint(address === '' ? await embedded() : address, values.clientId)
      return endpoint.ok ? { ok: true, url: endpoint.url } : { ok: false, problem: endpoint.problem }
    },
    dropOverride() {
      overriding = null
    },
  }
}

/** An address may carry a password or a token in its query: neither is shown, logged or stored. */
function withoutSecrets(address: string): string {
  const url = new URL(address)
  return `${url.protocol}//${url.host}${url.pathname}`
}
