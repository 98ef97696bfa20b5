/** Addresses a server listens on: how they are written, and which of them only this machine can reach. */
import { BlockList, isIP } from 'node:net'

/** `ws://127.0.0.1:8787`, and `ws://[::1]:8787` with the brackets that RFC 3986 asks for; with TLS `wss://…`. */
export function formatServerUrl(address: string, port: number, usesTls = false): string {
  return `${usesTls ? 'wss' : 'ws'}://${isIP(address) === 6 ? `[${address}]` : address}:${port}`
}

/** `127.0.0.1:9464`, `[::1]:9464`; null: it is none. */
export function readListenAddress(text: string): { readonly bind: string; readonly port: number } | null {
  const [, bracketed, plain, digits] = /^(?:\[([^[\]]+)\]|([^:[\]]+)):(\d{1,5})$/.exec(text) ?? []
  const bind = bracketed ?? plain
  const port = Number(digits)
  return bind !== undefined && port <= 65_535 ? { bind, port } : null
}

const loopback = new BlockList()
loopback.addSubnet('127.0.0.0', 8, 'ipv4')
loopback.addAddress('::1', 'ipv6')

/** Errs on the safe side: a name other than `localhost` is never loopback, whatever it resolves to. */
export function isLoopback(bind: string): boolean {
  const family = isIP(bind)
  if (family === 0) return bind === 'localhost'
  return loopback.check(bind, family === 4 ? 'ipv4' : 'ipv6')
}
