/** The first look: where the address leads, by which way, and under which name we go there. Nothing is sent yet. */
import type { Settings } from '../../contract/settings-table.ts'
import { worded } from '../../i18n/wording.ts'
import type { Party } from '../connection/failure-sentences.ts'
import { isLoopback } from '../connection/loopback.ts'
import { chooseProxy, type ProxyAddress } from '../connection/proxy-choice.ts'
import { withoutSecrets } from '../source.ts'
import { bad, doubtful, type Finding, good } from './finding.ts'
import type { HiddenSecrets } from './hidden-secrets.ts'
import type { Subject } from './subject.ts'

export type Way = {
  /** Where the diagnosis connects. It may hold secrets. */
  readonly url: string
  readonly server: Stop
  readonly usesTls: boolean
  readonly settings: Settings
  readonly token: string | null
  /**
   * The server takes us for somebody else than the connection in use. Otherwise its address has no place for a client
   * id, or has one written into it.
   */
  readonly isSeparate: boolean
  readonly proxy: ProxyAddress | null
  /** Whom the first TCP connection reaches: the server, or the proxy. */
  readonly first: Stop & { readonly party: Party }
}

/** `host` without the brackets of IPv6. */
type Stop = { readonly host: string; readonly port: number }

/**
 * A client id of its own, and always the same one. To a server, a second connection of our own client id would be us:
 * it may close the first one, set the frequency of both, or hand over what it kept for us, which would then be lost.
 */
export const diagnosisClientId = (clientId: string): string => `${clientId}-diagnosis`

export async function findWay(
  subject: Subject,
  secrets: HiddenSecrets,
): Promise<{ readonly way: Way | null; readonly finding: Finding }> {
  const { settings } = subject
  secrets.addAddress(settings.source)
  secrets.addAddress(settings.proxy)
  const own = await subject.resolve(settings.clientId)
  if (!own.ok) return { way: null, finding: bad(own.problem) }
  const token = await subject.accessToken()
  if (token !== null) secrets.add(token)
  const other = await subject.resolve(diagnosisClientId(settings.clientId))
  const isSeparate = other.ok && other.url !== own.url
  const target = new URL(isSeparate ? other.url : own.url)
  secrets.addAddress(target.href)
  const proxy = chooseProxy(settings.proxy, target)
  if (proxy?.authorization) secrets.addBasic(proxy.authorization)
  const server = toStop(target)
  const way: Way = {
    ...{ url: target.href, server, settings, token, isSeparate, proxy },
    usesTls: target.protocol === 'wss:',
    first:
      proxy === null ? { ...server, party: 'server' } : { ...toStop(new URL(proxy.url)), party: 'proxy' },
  }
  return { way, finding: judge(way, target) }
}

function judge({ proxy, token, usesTls }: Way, target: URL): Finding {
  const through = proxy === null ? 'without a proxy' : `through the proxy ${proxy.url}`
  const detail = `${withoutSecrets(target.href)}, ${through}`
  if (usesTls || isLoopback(target.hostname)) return good(worded('engine-diagnosis.address.good'), detail)
  const provesNothing = token === null && target.password === ''
  if (provesNothing) return good(worded('engine-diagnosis.address.open'), detail)
  return doubtful(worded('engine-diagnosis.address.unencrypted'), detail)
}

const ports: Readonly<Record<string, number>> = { 'ws:': 80, 'wss:': 443, 'http:': 80, 'https:': 443 }

const toStop = ({ hostname, port, protocol }: URL): Stop => ({
  host: hostname.replace(/^\[|\]$/g, ''),
  port: port === '' ? (ports[protocol] ?? 0) : Number(port),
})
