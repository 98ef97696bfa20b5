/** Where the session's message bus is. It is looked for and never started: no `dbus-launch`, no reading of X11. */
import { statSync } from 'node:fs'
import { join } from 'node:path'

type Environment = Readonly<Record<string, string | undefined>>

/**
 * @returns an address as in DBUS_SESSION_BUS_ADDRESS, which is taken as it is; null where there is no bus
 */
export function findSessionBus(environment: Environment, isSocket = isSocketFile): string | null {
  const { DBUS_SESSION_BUS_ADDRESS: address, XDG_RUNTIME_DIR: runtimeDir } = environment
  if (address !== undefined && address !== '') return address
  if (runtimeDir === undefined || runtimeDir === '') return null
  // Where systemd's user bus listens; a program started by cron or ssh may not have been told.
  const path = join(runtimeDir, 'bus')
  return isSocket(path) ? `unix:path=${encodeURIComponent(path).replaceAll('%2F', '/')}` : null
}

/** What cannot be looked at, as another user's runtime folder after `su`, is no bus of ours either. */
function isSocketFile(path: string): boolean {
  try {
    return statSync(path).isSocket()
  } catch {
    return false
  }
}

/** What no address that the client library is given can contain: it knows no escapes. */
const unsayable = /[:;,]/

/**
 * The addresses of a list that can be connected to, in its order, as the client library reads them: it tries the first
 * of a list alone, knows no escapes, and would start a program for `unixexec:`. So Unix sockets it is, by path or
 * abstract (D-Bus specification, "Server Addresses"); `tcp:`, `autolaunch:`, `launchd:` and the like are refused.
 */
export function usableBusAddresses(list: string): readonly string[] {
  return list.split(';').flatMap((address) => {
    const [, parameters] = /^unix:(.*)$/.exec(address.trim()) ?? []
    if (parameters === undefined) return []
    for (const parameter of parameters.split(',')) {
      const [, kind, escaped] = /^(path|abstract)=(.+)$/.exec(parameter) ?? []
      const name = escaped === undefined ? null : unescaped(escaped)
      if (name !== null && !unsayable.test(name)) return [`unix:${kind}=${name}`]
    }
    return []
  })
}

function unescaped(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}
