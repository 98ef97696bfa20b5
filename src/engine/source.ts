/** Which server the engine listens to: the one named, or the one built into Tocsin. */

import type { Settings } from '../contract/settings-table.ts'
import type { SourceView } from '../contract/snapshot.ts'
import { resolveEndpoint } from '../protocol/endpoint.ts'

/** Starts the built-in server where it is not running yet. @returns its base address, `ws://127.0.0.1:PORT` */
export type EmbeddedServer = () => Promise<string>

/** The built-in server's port differs from run to run; its history belongs together. */
const embeddedAddress = 'embedded'

export type Source = {
  readonly view: SourceView
  /** Under which the history files what this source sends. */
  readonly address: string
  /** @throws Error with a sentence for people when the address cannot be used */
  resolve(settings: Settings): Promise<string>
  /** The settings' own source counts from now on. */
  dropOverride(): void
}

/** @param override a source for this run alone, from the command line */
export function createSource(embedded: EmbeddedServer, override: string | null): Source {
  let overriding = override
  let view: SourceView = { isEmbedded: true, url: '' }
  let address = embeddedAddress

  return {
    get view() {
      return view
    },
    get address() {
      return address
    },
    async resolve(settings) {
      const named = overriding ?? settings.source
      const isEmbedded = named === ''
      const endpoint = resolveEndpoint(isEmbedded ? await embedded() : named, settings.clientId)
      view = { isEmbedded, url: endpoint.ok ? withoutSecrets(endpoint.url) : '' }
      if (!endpoint.ok) throw new Error(endpoint.problem)
      address = isEmbedded ? embeddedAddress : view.url
      return endpoint.url
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
