import type { NetworkInterfaceInfo, networkInterfaces } from 'node:os'
import { describe, expect, it } from 'vitest'
import { createNetworkWatch } from './network-watch.ts'

/** Addresses as the system tells them; those of the loopback are internal. */
const info = (address: string): NetworkInterfaceInfo => ({
  ...{ address, netmask: '', family: 'IPv4', mac: '', cidr: null },
  internal: address.startsWith('127.'),
})

function watch(first: readonly string[] | null) {
  let now = first
  let ups = 0
  const interfaces: typeof networkInterfaces = () => {
    if (now === null) throw new Error('uv_interface_addresses returned Unknown system error 1')
    return { lo: [info('127.0.0.1')], eth0: now.map(info) }
  }
  const { look } = createNetworkWatch({ interfaces, onUp: () => ups++ })
  /** @returns how many hints that leads to */
  return (addresses: readonly string[] | null): number => {
    now = addresses
    ups = 0
    look()
    look()
    return ups
  }
}

describe('the network', () => {
  it('is said to be up once when it is another than before', () => {
    const becomes = watch(['10.0.0.2'])
    expect(becomes(['10.0.0.2'])).toBe(0)
    expect(becomes(['10.0.0.3'])).toBe(1)
    expect(becomes(['10.0.0.3', '192.168.1.9'])).toBe(1)
    expect(becomes(['192.168.1.9', '10.0.0.3'])).toBe(0)
    expect(becomes(['192.168.1.9'])).toBe(1)
  })

  it('is said to be up when it comes back, though it be the same, and nothing is said when it goes', () => {
    const becomes = watch(['10.0.0.2'])
    expect(becomes([])).toBe(0)
    expect(becomes(['10.0.0.2'])).toBe(1)
  })

  it('is not another for an address that leads nowhere', () => {
    const becomes = watch(['10.0.0.2'])
    expect(becomes(['10.0.0.2', 'fe80::1', 'FEBF::1', '169.254.7.7', '127.0.0.2'])).toBe(0)
    expect(becomes(['fe80::1'])).toBe(0)
  })

  it('is taken for what it was where the system does not tell', () => {
    const becomes = watch(['10.0.0.2'])
    expect(becomes(null)).toBe(0)
    expect(becomes(['10.0.0.2'])).toBe(0)
    expect(becomes(['10.0.0.3'])).toBe(1)
  })

  it('can be told here', () => {
    expect(() => createNetworkWatch({ onUp: () => {} }).look()).not.toThrow()
  })
})
