/** Which proxy leads to a server: none, the one in the settings, or the environment's. Not: how one speaks to it. */
import { getProxyForUrl } from 'proxy-from-env'
import { type Wording, worded } from '../../i18n/wording.ts'
import { WordedError } from '../worded-error.ts'
import { isLoopback } from './loopback.ts'

export type ProxyAddress = {
  /** Without the name and the password: it may be shown. */
  readonly url: string
  /** The header that says who we are; null where the address names nobody. */
  readonly authorization: string | null
}

/** @returns what is wrong when the setting cannot be used, otherwise null */
export function checkProxySetting(setting: string): Wording | null {
  if (setting === '' || setting === 'environment' || parseProxy(setting) !== null) return null
  return worded('engine-connection.proxy.setting')
}

/**
 * @param setting empty, `environment`, or an address
 * @param address of the server, ws: or wss:
 * @throws WordedError when the environment's proxy cannot be used
 */
export function chooseProxy(setting: string, address: URL): ProxyAddress | null {
  if (setting === '' || isLoopback(address.hostname)) return null
  const isEnvironments = setting === 'environment'
  const found = isEnvironments ? findInEnvironment(address) : setting
  if (found === '') return null
  const proxy = parseProxy(found)
  if (proxy !== null) return proxy
  throw new WordedError(
    worded(isEnvironments ? 'engine-connection.proxy.bad.environment' : 'engine-connection.proxy.bad'),
  )
}

function findInEnvironment(address: URL): string {
  // The environment knows HTTP_PROXY and HTTPS_PROXY; a WebSocket begins as one of these.
  const found = getProxyForUrl(address.href.replace(/^ws/, 'http'))
  // A proxy without a scheme is given the server's; curl and all others take it for http.
  const isAsWritten = Object.values(process.env).includes(found)
  return isAsWritten ? found : found.replace(/^https:/, 'http:')
}

function parseProxy(text: string): ProxyAddress | null {
  const url = URL.canParse(text) ? new URL(text) : null
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) return null
  const authorization = toAuthorization(url)
  return authorization === undefined ? null : { url: `${url.protocol}//${url.host}`, authorization }
}

/** @returns undefined when name or password cannot be read */
function toAuthorization({ username, password }: URL): string | null | undefined {
  if (username === '' && password === '') return null
  try {
    const pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`
    return `Basic ${Buffer.from(pair).toString('base64')}`
  } catch {
    return undefined
  }
}
