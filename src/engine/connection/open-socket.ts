/** Opens the socket to a server as its source's settings say: whom to trust, through which proxy, with which token. */
import WebSocket, { type ClientOptions } from 'ws'
import type { Settings } from '../../contract/settings-table.ts'
import { isSameWording, type Wording, worded } from '../../i18n/wording.ts'
import { maxServerFrameBytes } from '../../protocol/limits.ts'
import { bearer } from './access-token.ts'
import { isLoopback } from './loopback.ts'
import type { ProxyAgent, ProxyAgentOptions } from './proxy-agent.ts'
import { chooseProxy, type ProxyAddress } from './proxy-choice.ts'
import { type CertificateLists, trustedCertificates } from './trusted-certificates.ts'

export type SocketOpenerDeps = {
  /** Those of the source in use. */
  settings(): Pick<Settings, 'caFile' | 'systemCertificates' | 'proxy'>
  /** The token of the source in use; null where it has none. @throws Error whose words are for people */
  accessToken(): Promise<string | null>
  /** Told once of each thing that is not as it should be and ends nothing. */
  warn(problem: Wording): void
  /** Absent: Node's own. */
  readonly certificateLists?: CertificateLists
}

/**
 * @param headers of the upgrade's request, beside those that every one has
 * @throws Error with a sentence for people when the settings cannot be honoured; nothing was sent then
 */
export type OpenSocket = (url: string, headers?: Readonly<Record<string, string>>) => Promise<WebSocket>

export function createSocketOpener(deps: SocketOpenerDeps): OpenSocket {
  const warned: Wording[] = []
  function warn(problem: Wording): void {
    if (warned.some((earlier) => isSameWording(earlier, problem))) return
    warned.push(problem)
    deps.warn(problem)
  }

  return async (url, headers = {}) => {
    const address = new URL(url)
    const settings = deps.settings()
    const token = await deps.accessToken()
    if (token !== null && address.protocol === 'ws:' && !isLoopback(address.hostname)) {
      warn(worded('engine-connection.token.unencrypted', { host: address.host }))
    }
    const proxy = chooseProxy(settings.proxy, address)
    const usesTls = address.protocol === 'wss:' || proxy?.url.startsWith('https:') === true
    const ca = usesTls ? trustedCertificates(settings, warn, deps.certificateLists) : undefined
    const opening = new AbortController()
    const options: ClientOptions = {
      perMessageDeflate: false,
      maxPayload: maxServerFrameBytes,
      // A token is for the server that it was given for.
      followRedirects: false,
      headers: token === null ? headers : { ...headers, ...bearer(token) },
      ...(ca === undefined ? {} : { ca }),
      ...(proxy === null ? {} : { agent: await createAgent(proxy, { ca, signal: opening.signal }) }),
    }
    const socket = new WebSocket(url, options)
    socket.once('close', () => opening.abort())
    return socket
  }
}

/** Loaded when it is needed: most have no proxy. */
export async function createAgent(proxy: ProxyAddress, options: ProxyAgentOptions): Promise<ProxyAgent> {
  const { ProxyAgent } = await import('./proxy-agent.ts')
  return new ProxyAgent(proxy, options)
}
