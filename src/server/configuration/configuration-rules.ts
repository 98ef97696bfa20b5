/** What options must hold together. Each alone is checked by its schema. */
import { readTrustedProxies } from '../limiting/client-address.ts'
import { mockProblemOf } from '../mock/mock-problem.ts'
import { isLoopback, readListenAddress } from '../server-address.ts'
import type { Configuration } from './server-options.ts'

/** @returns what is wrong and what to do, without a full stop; null: nothing */
export function problemOf(configuration: Configuration): string | null {
  const {
    bind,
    'token-file': tokenFile,
    'tls-cert': cert,
    'tls-key': key,
    'metrics-bind': metricsBind,
    'trust-proxy': proxies,
  } = configuration
  if (!isLoopback(bind) && tokenFile === null) {
    return `--bind ${bind} would let other machines in, which needs --token-file: make one with "tocsin-server token create", or use 127.0.0.1`
  }
  if ((cert === null) !== (key === null)) return 'TLS needs both --tls-cert and --tls-key'
  if (metricsBind !== null && readListenAddress(metricsBind) === null) {
    return `--metrics-bind needs an address and a port, such as 127.0.0.1:9464, and ${JSON.stringify(metricsBind)} is not`
  }
  if ((configuration['nats-cert'] === null) !== (configuration['nats-key'] === null)) {
    return '--nats-cert and --nats-key belong together: give both, or none'
  }
  const noProxy = proxies?.find((each) => readTrustedProxies([each]) === null)
  if (noProxy !== undefined) {
    return `--trust-proxy needs an address or a network, such as 10.0.0.0/8, and ${JSON.stringify(noProxy)} is neither`
  }
  return mockProblemOf(configuration)
}
