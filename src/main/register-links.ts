/** Makes Tocsin the program that opens `tocsin://` links, by Electron: Windows and macOS. */
import type { App } from 'electron'
import { linkScheme } from '../host/link.ts'

export type LinksApp = Pick<App, 'isDefaultProtocolClient' | 'isPackaged' | 'setAsDefaultProtocolClient'>

/**
 * Windows: a command in the registry, `"path" "arguments" -- "%1"`: after a `--` Chromium reads no switches, whatever a
 * link says (CVE-2018-1000006).
 */
export function registerByCommand(app: LinksApp, path: string, args: readonly string[]): void {
  const command = [...args, '--']
  if (!app.isDefaultProtocolClient(linkScheme, path, command)) {
    app.setAsDefaultProtocolClient(linkScheme, path, command)
  }
}

/** macOS: only what the bundle's `Info.plist` names, so never Electron's own bundle. */
export function registerByBundle(app: LinksApp): void {
  if (app.isPackaged && !app.isDefaultProtocolClient(linkScheme)) app.setAsDefaultProtocolClient(linkScheme)
}
