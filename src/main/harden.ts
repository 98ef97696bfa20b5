/** What no page in this app may do: leave our own address, open windows, embed pages, ask for permissions. */
import type { App, Session, WebContents } from 'electron'
import { isWindowUrl } from './app-scheme.ts'

export function hardenContents(app: App): void {
  app.on('web-contents-created', (_event, contents: WebContents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.on('will-frame-navigate', (event) => {
      if (!isWindowUrl(event.url)) event.preventDefault()
    })
    contents.on('will-redirect', (event) => {
      if (!isWindowUrl(event.url)) event.preventDefault()
    })
  })
}

export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  // Writing to the clipboard is how "Copy as JSON" works; Chromium asks for it as a permission.
  session.setPermissionCheckHandler((_contents, permission) => permission === 'clipboard-sanitized-write')
  session.setDevicePermissionHandler(() => false)
}
