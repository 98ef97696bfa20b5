/** Which server the engine listens to: the one named, or the one built into Tocsin. */
import type { Settings } from '../contract/settings-table.ts'
import type { SourceView } from '../contract/snapshot.ts'
import { type Wording, worded } from '../i18n/wording.ts'
import { resolveEndpoint } from '../protocol/endpoint.ts'
import { describeEndpointProblem } from './connection/endpoint-problem.ts'
import type { SecretStore } from './settings/secret-store.ts'
import { sourceKey } from './settings/source-key.ts'

/** Starts the built-in server where it is not running yet. @returns its base address, `ws://127.0.0.1:PORT` */
export type EmbeddedServer = () => Promise<string>

/** The built-in server's port differs from run to run; its history belongs together. */
const embeddedAddress = 'embedded'

export type ResolvedSource =
  | { readonly ok: true; readonly url: string }
  /** The address can never be used. */
  | { readonly ok: false; readonly problem: Wording }

export type Source = {
  readonly view: SourceView
  /** Under which the history files what this source sends. */
  readonly address: string
  /** Who we are to it, where its address does not say that: the client id; else empty. */
  clientId(settings: Pick<Settings, 'clientId'>): string
  /** What people know it by: the name of its computer. */
  readonly name: Wording
  /** Under which its own settings and its token are kept. */
  readonly key: string
  /** The settings or the token have changed: what is shown and filed is the source they name. */
  follow(settings: Settings): void
  /**
   * @param address of another source than the one in use, as a person wrote it
   * @throws Error with a sentence for people when the built-in server cannot be started just now
   */
  resolve(settings: Pick<Settings, 'source' | 'clientId'>, address?: string): Promise<ResolvedSource>
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
  let clientId = ''
  /** Null until it has been started. */
  let embeddedBase: string | null = null
  let view: Omit<SourceView, 'publishUrl'> = {
    isEmbedded: true,
    url: '',
    hasAccessToken: false,
    isOverride: false,
  }
  const named = (values: Pick<Settings, 'source'>): string => overriding ?? values.source

  function follow(values: Settings): void {
    const address = named(values)
    const endpoint = address === '' ? null : resolveEndpoint(address, values.clientId)
    key = sourceKey(address)
    clientId = values.clientId
    view = {
      isEmbedded: endpoint === null,
      url: endpoint?.ok ? withoutSecrets(endpoint.url) : '',
      hasAccessToken: secrets.has(key),
      isOverride: overriding !== null,
    }
  }
  follow(settings)

  async function startEmbedded(): Promise<string> {
    embeddedBase = await embedded()
    return embeddedBase
  }

  return {
    get view() {
      const base = view.isEmbedded ? embeddedBase : null
      return { ...view, publishUrl: base === null ? null : publishUrlOf(base, clientId) }
    },
    get address() {
      return view.isEmbedded ? embeddedAddress : view.url
    },
    clientId: (values) => (view.isEmbedded ? values.clientId : ''),
    get name() {
      if (view.isEmbedded) return worded('connection.source.built-in')
      return URL.canParse(view.url) ? new URL(view.url).host : ''
    },
    get key() {
      return key
    },
    follow,
    async resolve(values, address = named(values)) {
      const endpoint = resolveEndpoint(address === '' ? await startEmbedded() : address, values.clientId)
      if (endpoint.ok) return { ok: true, url: endpoint.url }
      return { ok: false, problem: describeEndpointProblem(endpoint.problem, address, values.clientId) }
    },
    dropOverride() {
      overriding = null
    },
  }
}

/** Fit to be put into a command as it stands: no shell finds anything in it. */
const publishUrlOf = (base: string, clientId: string): string =>
  `${base.replace(/^ws/, 'http')}/notify/${encodeURIComponent(clientId).replaceAll(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )}`

/** An address may carry a password or a token in its query: neither is shown, logged or stored. */
export function withoutSecrets(address: string): string {
  const url = new URL(address)
  return `${url.protocol}//${url.host}${url.pathname}`
}
