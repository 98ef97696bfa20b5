/** Whose request it is, as an address to count by: the other end's, or what a proxy that is trusted says of it. */
import type { IncomingMessage } from 'node:http'
import { BlockList, isIP } from 'node:net'

/** @returns an IPv4 address, or the first 64 bits of an IPv6 one, which is what one subscriber gets (RFC 6177) */
export type ReadAddress = (request: Pick<IncomingMessage, 'headers' | 'socket'>) => string

/**
 * `X-Forwarded-For` is read from its end, where the nearest proxy wrote, over those that are trusted: what stands before the
 * first that is not can be anyone's invention.
 * @param trusted the proxies; null: none, and the header says nothing
 */
export function createAddressReader(trusted: BlockList | null): ReadAddress {
  const isTrusted = (address: string): boolean =>
    trusted?.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4') ?? false

  return ({ headers, socket }) => {
    let address = plainAddress(socket.remoteAddress ?? '')
    // One that has gone already has none.
    if (address === null) return 'unknown'
    const forwarded = String(headers['x-forwarded-for'] ?? '').split(',')
    while (isTrusted(address)) {
      const before = plainAddress(forwarded.pop() ?? '')
      if (before === null) break
      address = before
    }
    return isIP(address) === 6 ? networkOf(address) : address
  }
}

/**
 * @param texts addresses, or networks as `10.0.0.0/8`
 * @returns null where one of them is neither
 */
export function readTrustedProxies(texts: readonly string[]): BlockList | null {
  const trusted = new BlockList()
  for (const text of texts) {
    const [address = '', bits, ...rest] = text.split('/')
    const family = isIP(address)
    const longest = family === 6 ? 128 : 32
    const prefix = bits === undefined ? longest : /^\d{1,3}$/.test(bits) ? Number(bits) : Number.NaN
    if (family === 0 || rest.length > 0 || !(prefix <= longest)) return null
    trusted.addSubnet(address, prefix, family === 6 ? 'ipv6' : 'ipv4')
  }
  return trusted
}

/** Without a port, brackets, zone, or IPv6's way to write an IPv4 address; null where it is no address. */
function plainAddress(text: string): string | null {
  const [, inBrackets, withPort] = /^(?:\[([^\]]*)\](?::\d+)?|([\d.]+):\d+)$/.exec(text.trim()) ?? []
  const bare = (inBrackets ?? withPort ?? text.trim()).replace(/%.*$/, '')
  const address = bare.replace(/^::ffff:(?=[\d.]+$)/i, '')
  return isIP(address) === 0 ? null : address
}

/** `2001:db8:1:2:3::4` → `2001:db8:1:2::/64` */
function networkOf(address: string): string {
  // The URL standard's form: compressed, lower case, without dots.
  const { hostname } = new URL(`http://[${address}]`)
  const [head = '', tail] = hostname.slice(1, -1).split('::')
  const groups = head === '' ? [] : head.split(':')
  if (tail !== undefined) {
    const after = tail === '' ? [] : tail.split(':')
    while (groups.length + after.length < 8) groups.push('0')
    groups.push(...after)
  }
  return `${groups.slice(0, 4).join(':')}::/64`
}
