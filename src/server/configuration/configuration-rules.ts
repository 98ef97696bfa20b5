/** What options must hold together. Each alone is checked by its schema. */
import { readTrustedProxies } from '../limiting/client-address.ts'
import { isLoopback } from '../server-address.ts'
import type { Configuration } from './server-options.ts'

/** @returns what is wrong and what to do, without a full stop; null: nothing */
export function problemOf({ bind, 'trust-proxy': proxies }: Configuration): string | null {
  if (!isLoopback(bind)) {
    return `--bind ${bind} would let other machines in, which needs --token-file, and this version cannot do that yet: use 127.0.0.1`
  }
  const noProxy = proxies?.find((each) => readTrustedProxies([each]) === null)
  if (noProxy !== undefined) {
    return `--trust-proxy needs an address or a network, such as 10.0.0.0/8, and "${noProxy}" is neither`
  }
  return null
}
