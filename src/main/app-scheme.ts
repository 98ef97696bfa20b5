/** The window's own scheme, `app://tocsin/`: a real origin with headers, where `file://` would have neither. */
import { type Protocol, protocol } from 'electron'
import type { WindowFiles } from '../host/window-files.ts'

const scheme = 'app'
const host = 'tocsin'

/** The address of the window's page. */
export const windowUrl = `${scheme}://${host}/index.html`

/** Must run before Electron is ready, once. */
export function registerAppScheme(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, codeCache: true }
  protocol.registerSchemesAsPrivileged([{ scheme, privileges }])
}

export const isWindowUrl = (url: string): boolean => url.startsWith(`${scheme}://${host}/`)

export function serveWindowFiles(sessionProtocol: Protocol, files: WindowFiles): void {
  sessionProtocol.handle(scheme, async (request) => {
    if (request.method !== 'GET' || !isWindowUrl(request.url)) return new Response(null, { status: 404 })
    const { status, headers, body } = await files(new URL(request.url))
    return new Response(body, { status, headers: { ...headers } })
  })
}
