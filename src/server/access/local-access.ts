/**
 * Access without tokens: for whoever is on this machine, and web pages of this machine. Web pages of elsewhere run in
 * every browser here, so they are kept out, unless they are listed.
 */
import type { IncomingMessage } from 'node:http'
import type { Permission, Wish } from '../authorise.ts'
import type { Access } from './access.ts'
import {
  createOrigins,
  isOfFile,
  isOfThisMachine,
  isSameHost,
  namesThisMachine,
  type Origins,
} from './origins.ts'

export function createLocalAccess(deps: {
  readonly origins: Origins
  /**
   * Whether a page that was opened as a file may connect, as the notification API's example is tried. Its origin is `null`,
   * which any page can come to have by a sandboxed frame: so not where notifications are in earnest.
   */
  readonly letsFilesSubscribe: boolean
}): Access {
  const { origins, letsFilesSubscribe } = deps

  function authorise({ headers }: IncomingMessage, { action }: Wish): Permission {
    const { origin } = headers
    if (!namesThisMachine(headers)) return otherHost
    if (origin === undefined || isSameHost(headers) || origins.isListed(origin)) return allowed
    if (action === 'subscribe' && (isOfFile(origin) ? letsFilesSubscribe : isOfThisMachine(origin))) {
      return allowed
    }
    return { ok: false, problem: { status: 403, detail: sentences[action], field: 'Origin' } }
  }

  return {
    authorise,
    withdrawn: () => null,
    onChange: () => ({ [Symbol.dispose]: () => {} }),
    origins,
    needsToken: false,
  }
}

/** Of the server that is built into the app, and of tests: pages of files have no business there. */
export const createDefaultAccess = (): Access =>
  createLocalAccess({ origins: createOrigins([]), letsFilesSubscribe: false })

const allowed: Permission = { ok: true, token: null }

const advice = 'List its origin with --allow-origin.'
const sentences = {
  publish: `A web page of another address may not publish here. ${advice}`,
  subscribe: `A web page of another machine may not connect here. ${advice}`,
  look: `A web page of another address may not look at receipts here. ${advice}`,
} as const satisfies Record<Wish['action'], string>

const otherHost: Permission = {
  ok: false,
  problem: {
    // RFC 9110, 15.5.20: it was meant for another server.
    status: 421,
    detail:
      'Without tokens this server goes by 127.0.0.1, [::1] and localhost alone, and the request names another host: use one of these, or start the server with --token-file.',
    field: 'Host',
  },
}
