import { expect, test } from 'vitest'
import { helpText, parseServerArguments } from './parse-arguments.ts'

test('with no flags it serves the demo on 127.0.0.1, port 8787', () => {
  const expected = { kind: 'serve', bind: '127.0.0.1', port: 8787, demo: true, dataDir: null }
  expect(parseServerArguments([])).toEqual(expected)
})

test('address, port, demo and folder can be chosen', () => {
  const expected = { kind: 'serve', bind: '::1', port: 0, demo: false, dataDir: 'data' }
  expect(parseServerArguments(['--bind', '::1', '--port=0', '--no-demo', '--data-dir', 'data'])).toEqual(
    expected,
  )
})

test('help and version are asked for', () => {
  expect(parseServerArguments(['--help'])).toEqual({ kind: 'help' })
  expect(parseServerArguments(['--version'])).toEqual({ kind: 'version' })
})

test('the help names every flag that works, and none that does not yet', () => {
  for (const flag of ['--bind', '--port', '--no-demo', '--data-dir', '--help', '--version']) {
    expect(helpText).toContain(flag)
  }
  expect(helpText).not.toMatch(/token-file/)
})

test.each([
  [['--colour'], /Unknown option '--colour'/],
  [['extra'], /Unexpected argument 'extra'/],
  [['--port'], /'--port <value>' argument missing/],
  [['--port', '-5'], /'--port' argument is ambiguous/],
  [['--port', 'http'], /--port needs a number from 0 to 65535, and "http" is not/],
  [['--port', ''], /--port needs a number/],
  [['--port', '65536'], /--port needs a number/],
  [['--port', '1e3'], /--port needs a number/],
  [['--port', '1\n2'], /and "1 2" is not/],
  [['--no-demo=yes'], /'--no-demo' does not take an argument/],
  [['--bind', ''], /--bind needs an address/],
  [['--bind', '0.0.0.0'], /0\.0\.0\.0 would let other machines in, which needs --token-file/],
  [['--bind', '::'], /other machines/],
  [['--token-file', 'tokens'], /cannot do --token-file yet/],
  [['--bind', '0.0.0.0', '--token-file', 'tokens'], /cannot do --token-file yet/],
  [['--data-dir', ''], /--data-dir needs a folder/],
])('%j is refused with one clear line', (args, problem) => {
  const command = parseServerArguments(args)
  if (command.kind !== 'refused') throw new Error(`not refused: ${command.kind}`)
  expect(command.line).toMatch(problem)
  expect(command.line).toMatch(/^tocsin-server: .+\. Try --help\.$/)
})
