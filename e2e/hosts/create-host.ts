/** The host of a name. */
import { createBrowserHost } from './browser-host.ts'
import { createElectronHost } from './electron-host.ts'
import type { Host, HostDeps, HostName } from './host.ts'
import { createStandInHost } from './stand-in-host.ts'

export function createHost(name: HostName, deps: HostDeps): Host {
  switch (name) {
    case 'browser':
      return createBrowserHost(deps)
    case 'stand-in':
      return createStandInHost(deps)
    case 'electron':
      return createElectronHost()
  }
}
