/** Whether an address is this machine itself: never reached through a proxy, and private without TLS. */
import { BlockList, isIP } from 'node:net'

/** @param hostname as a URL gives it, an IPv6 address in its brackets */
export function isLoopback(hostname: string): boolean {
  const host = hostname.replace(/^\[|\]$|\.$/g, '').toLowerCase()
  if (host === 'localhost' || host.endsWith('.localhost')) return true
  const family = isIP(host)
  return family !== 0 && loopback().check(host, family === 4 ? 'ipv4' : 'ipv6')
}

function loopback(): BlockList {
  const list = new BlockList()
  list.addSubnet('127.0.0.0', 8, 'ipv4')
  list.addAddress('::1', 'ipv6')
  // As a destination, the unspecified address is this machine.
  list.addAddress('0.0.0.0', 'ipv4')
  list.addAddress('::', 'ipv6')
  return list
}
