import { expect, test } from 'vitest'
import { readServerCommand } from '../configuration/server-command.ts'
import { limitsOf } from './limit-options.ts'
import { defaultServerLimits } from './server-limits.ts'

const read = (...args: string[]) => readServerCommand(args, {}, () => '')

test('without a flag the limits are the default ones', () => {
  const command = read()
  expect(command.kind === 'serve' && limitsOf(command.configuration)).toEqual(defaultServerLimits)
})

test('each flag sets its own limit', () => {
  const flags = [
    ...['--max-requests', '1', '--max-upgrades', '2', '--max-messages', '3', '--max-connections', '4'],
    ...['--max-connections-per-address', '5', '--max-connections-per-client', '6', '--max-unsent', '7'],
    ...['--headers-timeout', '8', '--request-timeout', '9', '--idle-timeout', '10.5'],
  ]
  const command = read(...flags)
  expect(command.kind === 'serve' && limitsOf(command.configuration)).toEqual({
    ...{ requests: 1, upgrades: 2, framesPerSecond: 3, connections: 4, connectionsPerAddress: 5 },
    ...{ connectionsPerClient: 6, unsentBytes: 7 * 1024 * 1024, headersSeconds: 8, requestSeconds: 9 },
    idleSeconds: 10.5,
  })
})

test('a proxy that is no address is refused, with what to do', () => {
  expect(read('--trust-proxy', '10.0.0.1', '--trust-proxy', 'fd00::/8')).toMatchObject({ kind: 'serve' })
  expect(read('--trust-proxy', '10.0.0.1', '--trust-proxy', 'nginx')).toEqual({
    kind: 'refused',
    line: 'tocsin-server: --trust-proxy needs an address or a network, such as 10.0.0.0/8, and "nginx" is neither. Try --help.',
  })
})
