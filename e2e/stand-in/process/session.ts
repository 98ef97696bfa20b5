/** Electron's `session` and `protocol`: the app's own scheme, and what pages may do. */
import type { CustomScheme, Session as PublicSession, WebContents } from 'electron'
import type { ServedFile } from '../messages.ts'
import type { Desk } from './desk.ts'
import type { ElectronSubset } from './electron-subset.ts'

type SchemeHandler = (request: Request) => Response | Promise<Response>
type PermissionRequestHandler = Parameters<PublicSession['setPermissionRequestHandler']>[0]
type PermissionCheckHandler = Parameters<PublicSession['setPermissionCheckHandler']>[0]
type PermissionName = Parameters<NonNullable<PermissionRequestHandler>>[1]

export type SessionHandle = {
  /** What the app answers to a request of a page. */
  serve(url: string, method: string): Promise<ServedFile>
  /** Whether the app grants a permission, by a check or by a request. Without handlers Electron grants everything. */
  grants(contents: WebContents, permission: string): boolean
}

export function createSession(desk: Desk): Pick<ElectronSubset, 'protocol' | 'session'> & {
  readonly handle: SessionHandle
} {
  const schemes = new Map<string, SchemeHandler>()
  let requestHandler: PermissionRequestHandler = null
  let checkHandler: PermissionCheckHandler = null

  const defaultSession = {
    protocol: {
      handle(scheme: string, handler: SchemeHandler): void {
        if (schemes.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`)
        schemes.set(scheme, handler)
      },
    },
    setPermissionRequestHandler(handler: PermissionRequestHandler): void {
      requestHandler = handler
    },
    setPermissionCheckHandler(handler: PermissionCheckHandler): void {
      checkHandler = handler
    },
    /** Nothing is ever downloaded in the stand-in. */
    on(): PublicSession {
      return defaultSession as unknown as PublicSession // a part stands for the whole
    },
    /** No device is ever plugged into the stand-in. */
    setDevicePermissionHandler(): void {},
  }

  const session = {
    get defaultSession() {
      if (!desk.isReady) throw new TypeError('Session can only be received when app is ready')
      return defaultSession
    },
  }

  const protocol = {
    registerSchemesAsPrivileged(_schemes: CustomScheme[]): void {
      if (!desk.isReady) return
      throw new TypeError('protocol.registerSchemesAsPrivileged should be called before app is ready')
    },
  }

  const handle: SessionHandle = {
    async serve(url, method) {
      const handler = schemes.get(new URL(url).protocol.slice(0, -1))
      if (handler === undefined) throw new Error(`The app handles no such address: ${url}`)
      const response = await handler(new Request(url, { method }))
      const body = new Uint8Array(await response.arrayBuffer())
      return { status: response.status, headers: Object.fromEntries(response.headers), body }
    },
    grants(contents, permission) {
      const name = permission as PermissionName // Electron's own list, of which the test asks for some
      const details = { requestingUrl: '', isMainFrame: true }
      if (checkHandler?.(contents, name, '', details) ?? true) return true
      let isGranted = requestHandler === null
      const answer = (granted: boolean): void => {
        isGranted = granted
      }
      requestHandler?.(contents, name, answer, details)
      return isGranted
    },
  }
  return { session, protocol, handle }
}
