/** The way through an HTTP proxy (CONNECT), for ws: and wss: alike; what fails before its end is a `ProxyFault`. */
import type { Socket } from 'node:net'
import { checkServerIdentity } from 'node:tls'
import { HttpsProxyAgent } from 'https-proxy-agent'
import { worded } from '../../i18n/wording.ts'
import { WordedError } from '../worded-error.ts'
import type { ProxyAddress } from './proxy-choice.ts'
import { ProxyFault } from './proxy-fault.ts'

type ConnectParameters = Parameters<HttpsProxyAgent<string>['connect']>
type ProxyAnswer = {
  readonly statusCode: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
}

export type ProxyAgentOptions = {
  /** PEM certificates; undefined leaves it to Node's own list. For a proxy that is itself spoken to over TLS. */
  readonly ca: string[] | undefined
  /** Ends an attempt that is still on its way to the proxy, which nobody else would. */
  readonly signal: AbortSignal
}

export class ProxyAgent extends HttpsProxyAgent<string> {
  constructor({ url, authorization }: ProxyAddress, { ca, signal }: ProxyAgentOptions) {
    // The library prints addresses when DEBUG is set, and headers never.
    super(url, {
      headers: authorization === null ? {} : { 'Proxy-Authorization': authorization },
      ...(ca === undefined ? { signal } : { signal, ca }),
    })
  }

  override async connect(...[request, options]: ConnectParameters): Promise<Socket> {
    const answers: ProxyAnswer[] = []
    request.once('proxyConnect', (answer: ProxyAnswer) => answers.push(answer))
    const socket = await super.connect(request, namingServer(options)).catch((error: Error) => {
      throw answers.length === 0 ? new ProxyFault(error) : error
    })
    const [answer] = answers
    if (answer === undefined || answer.statusCode === 200) return socket
    // The library would let the refusal pass for the server's answer.
    socket.destroy()
    const { statusCode: status, headers } = answer
    if (!Number.isInteger(status))
      throw new ProxyFault(new WordedError(worded('engine-connection.proxy.no-http')))
    throw new ProxyFault({ status, retryAfter: headers['retry-after']?.toString() })
  }
}

/** For an address without a name, Node would compare the server's certificate with the name of the proxy. */
function namingServer(options: ConnectParameters[1]): ConnectParameters[1] {
  const { host } = options
  if (!options.secureEndpoint || host === undefined || host === null) return options
  return { ...options, checkServerIdentity: (_name, certificate) => checkServerIdentity(host, certificate) }
}
