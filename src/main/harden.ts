/** What no page in this app may do: leave our own address, open windows, embed pages, ask for permissions. */
import type { App, Session, WebContents } from 'electron'
import { isWindowUrl } from './app-scheme.ts'

export function hardenContents(app: App): void {
  app.on('web-contents-created', (_event, contents: WebContents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.on('will-frame-navigate', (event) => {
      // Frames inside the page: there are none.
      if (!event.isMainFrame || !isWindowUrl(event.url)) event.preventDefault()
    })
    contents.on('will-redirect', (event) => {
      if (!isWindowUrl(event.url)) event.preventDefault()
    })
  })
}

/** Writing to the clipboard is how "Copy as JSON" works; Chromium asks for it as a permission. */
const isGranted = (permission: string): boolean => permission === 'clipboard-sanitized-write'

export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer) => answer(isGranted(permission)))
  session.setPermissionCheckHandler((_contents, permission) => isGranted(permission))
  session.setDevicePermissionHandler(() => false)
}

/** Tocsin writes its own files; a page that wants one saved has been taken over. */
export function denyDownloads(session: Pick<Session, 'on'>): void {
  session.on('will-download', (event) => event.preventDefault())
}
