/** Whether this machine's network has changed. A hint only: it says that a connection may work, never that none does. */
import { networkInterfaces } from 'node:os'

export type NetworkWatchDeps = {
  /** Absent: the machine's own. It may throw where a sandbox hides them. */
  readonly interfaces?: typeof networkInterfaces
  /** There is a network, and it is another than before. */
  onUp(): void
}

/** Looks when it is told to, and compares with what it saw last. */
export type NetworkWatch = { look(): void }

export function createNetworkWatch({ interfaces = networkInterfaces, onUp }: NetworkWatchDeps): NetworkWatch {
  let seen = fingerprint(interfaces)
  return {
    look() {
      const now = fingerprint(interfaces)
      if (now === null || now === seen) return
      seen = now
      // Losing the network stops nothing: what is open may live on, and a retry costs nothing.
      if (now !== '') onUp()
    },
  }
}

/** @returns the addresses by which others can reach this machine; empty without any, null when they cannot be told */
function fingerprint(interfaces: typeof networkInterfaces): string | null {
  try {
    const all = Object.entries(interfaces()).flatMap(([name, addresses = []]) =>
      addresses.filter(leadsOut).map(({ address }) => `${name} ${address}`),
    )
    return all.toSorted().join('\n')
  } catch {
    return null
  }
}

/** Link-local addresses come and go with containers and cables, and lead nowhere. */
const leadsOut = ({ internal, address }: { readonly internal: boolean; readonly address: string }): boolean =>
  !internal && !/^(fe[89ab][0-9a-f]:|169\.254\.)/i.test(address)
