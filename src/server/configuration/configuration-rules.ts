/** What options must hold together. Each alone is checked by its schema. */
import { readTrustedProxies } from '../limiting/client-address.ts'
import { mockProblemOf } from '../mock/mock-problem.ts'
import { isLoopback, readListenAddress } from '../server-address.ts'
import type { Configuration } from './server-options.ts'

/** @returns what is wrong and what to do, without a full stop; null: nothing */
export function problemOf(configuration: Configuration): string | null {
  const { bind, 'metrics-bind': metricsBind, 'trust-proxy': proxies } = configuration
  if (!isLoopback(bind)) {
    return `--bind ${bind} would let other machines in, which needs --token-file, and this version cannot do that yet: use 127.0.0.1`
  }
  if (metricsBind !== null && readListenAddress(metricsBind) === null) {
    return `--metrics-bind needs an address and a port, such as 127.0.0.1:9464, and ${JSON.stringify(metricsBind)} is not`
  }
  const noProxy = proxies?.find((each) => readTrustedProxies([each]) === null)
  if (noProxy !== undefined) {
    return `--trust-proxy needs an address or a network, such as 10.0.0.0/8, and ${JSON.stringify(noProxy)} is neither`
  }
  return mockProblemOf(configuration)
}
