import { expect, test } from 'vitest'
import { readServerCommand } from './server-command.ts'

const files: Readonly<Record<string, string>> = {
  'good.json': '{"port": 9000, "demo": false}',
  'empty.json': '{}',
  'list.json': '[1]',
  'broken.json': '{"port": 9000,\n "token": s3cret}',
  'comma.json': '{"port": 9000,\n}',
  'unknown.json': '{"prot": 9000}',
  'inherited.json': '{"constructor": 1}',
  'badly-typed.json': '{"port": "9000"}',
}

function readText(path: string): string {
  const text = files[path]
  if (text === undefined) throw Object.assign(new Error(`ENOENT: ${path}`), { code: 'ENOENT' })
  return text
}

const read = (args: readonly string[], environment: Readonly<Record<string, string>> = {}) =>
  readServerCommand(args, environment, readText)

function configurationOf(...given: Parameters<typeof read>) {
  const command = read(...given)
  if (command.kind !== 'serve') throw new Error(`not served: ${JSON.stringify(command)}`)
  return command.configuration
}

test('with nothing chosen it serves the demo on 127.0.0.1, port 8787', () => {
  expect(configurationOf([])).toMatchObject({ bind: '127.0.0.1', port: 8787, demo: true, 'data-dir': null })
})

test('address, port, demo and folder can be chosen by flags', () => {
  const args = ['--bind', '::1', '--port=0', '--no-demo', '--data-dir', 'data']
  expect(configurationOf(args)).toMatchObject({ bind: '::1', port: 0, demo: false, 'data-dir': 'data' })
})

test('with tokens it may listen for other machines, and with both files it speaks TLS', () => {
  const args = ['--bind', '0.0.0.0', '--token-file', 'tokens', '--tls-cert', 'c.pem', '--tls-key', 'k.pem']
  expect(configurationOf(args)).toMatchObject({ bind: '0.0.0.0', 'token-file': 'tokens', 'tls-key': 'k.pem' })
})

test('origins may be several', () => {
  const args = ['--allow-origin', 'https://a.example', '--allow-origin', 'null']
  expect(configurationOf(args)['allow-origin']).toEqual(['https://a.example', 'null'])
  const environment = { TOCSIN_SERVER_ALLOW_ORIGIN: 'https://a.example, *' }
  expect(configurationOf([], environment)['allow-origin']).toEqual(['https://a.example', '*'])
})

test('"token" is another command, with words of its own', () => {
  expect(read(['token', 'list', '--token-file', 'tokens'])).toEqual({
    kind: 'token',
    command: { kind: 'list', file: 'tokens' },
  })
})

test('flags win over the environment, which wins over the file, which wins over the defaults', () => {
  const file = ['--config', 'good.json']
  const port = { TOCSIN_SERVER_PORT: '9001' }
  expect(configurationOf(file)).toMatchObject({ port: 9000, demo: false, bind: '127.0.0.1' })
  expect(configurationOf(file, port)).toMatchObject({ port: 9001, demo: false })
  expect(configurationOf([...file, '--port', '9002', '--demo'], port)).toMatchObject({
    port: 9002,
    demo: true,
  })
})

test('the environment may name the file, and the flag wins', () => {
  const environment = { TOCSIN_SERVER_CONFIG: 'good.json' }
  expect(configurationOf([], environment).port).toBe(9000)
  expect(configurationOf(['--config', 'empty.json'], environment).port).toBe(8787)
})

test('an empty variable is not set, and one that Kubernetes makes is not ours', () => {
  const environment = {
    TOCSIN_SERVER_BIND: '',
    TOCSIN_SERVER_PORT: 'tcp://10.0.0.7:8787',
    TOCSIN_SERVER_SERVICE_HOST: '10.0.0.7',
    TOCSIN_SERVER_SERVICE_PORT_HTTP: '8787',
    TOCSIN_SERVER_PORT_8787_TCP_ADDR: '10.0.0.7',
    OTHER: 'x',
  }
  expect(configurationOf([], environment)).toMatchObject({ bind: '127.0.0.1', port: 8787 })
})

test.each(['true', 'TRUE', '1'])('a variable says yes by %s', (text) => {
  expect(configurationOf(['--config', 'good.json'], { TOCSIN_SERVER_DEMO: text }).demo).toBe(true)
})

test('what is in force is printed with where it comes from', () => {
  const command = read(['--config', 'good.json', '--no-demo', '--print-config'], {
    TOCSIN_SERVER_DATA_DIR: '/data',
  })
  expect(command).toEqual({ kind: 'print', text: expect.any(String) })
  const lines = 'text' in command ? command.text.split('\n') : []
  expect(lines).toContain('bind = "127.0.0.1"  (default)')
  expect(lines).toContain('port = 9000  (good.json)')
  expect(lines).toContain('demo = false  (--no-demo)')
  expect(lines).toContain('data-dir = "/data"  (TOCSIN_SERVER_DATA_DIR)')
})

test('a configuration can be checked without serving', () => {
  expect(read(['--check-config'])).toMatchObject({ kind: 'print' })
  expect(read(['--check-config', '--config', 'unknown.json'])).toMatchObject({ kind: 'refused' })
})

test('help and version are told whatever else is wrong', () => {
  const environment = { TOCSIN_SERVER_PORT: 'x' }
  expect(read(['--help'], environment)).toMatchObject({ kind: 'print', text: expect.stringMatching('Usage') })
  expect(read(['--version'], environment)).toEqual({ kind: 'version' })
})

type Case = readonly [args: string[], environment: Record<string, string>, problem: RegExp]
const cases: Case[] = [
  [['--colour'], {}, /Unknown option '--colour'/],
  [['extra'], {}, /Unexpected argument 'extra'/],
  [['--port'], {}, /'--port <value>' argument missing/],
  [['--port', '-5'], {}, /'--port' argument is ambiguous/],
  [['--port=-5'], {}, /--port needs a number from 0 to 65535, and -5 is not/],
  [['--port', 'http'], {}, /--port needs a number from 0 to 65535, and "http" is not/],
  [['--port', ''], {}, /--port needs a number/],
  [['--port', '65536'], {}, /--port needs a number/],
  [['--port', '1e3'], {}, /--port needs a number/],
  [['--port', '1.5'], {}, /--port needs a number/],
  [['--port', '1\n2'], {}, /and "1\\n2" is not/],
  [['--no-demo=yes'], {}, /'--demo' does not take an argument/],
  [['--no-port'], {}, /Unknown option '--no-port'/],
  [['--bind', ''], {}, /--bind needs an address/],
  [['--bind', '0.0.0.0'], {}, /0\.0\.0\.0 would let other machines in, which needs --token-file/],
  [[], { TOCSIN_SERVER_BIND: '::' }, /other machines/],
  [['--data-dir', ''], {}, /--data-dir needs a folder/],
  [['--token-file', ''], {}, /--token-file needs a file/],
  [['--tls-cert', 'c.pem'], {}, /TLS needs both --tls-cert and --tls-key/],
  [[], { TOCSIN_SERVER_TLS_KEY: 'k.pem' }, /TLS needs both/],
  [['--allow-origin', 'https://app.example/'], {}, /--allow-origin needs origins, such as .*, and .* is not/],
  [['--allow-origin', 'app.example'], {}, /--allow-origin needs origins/],
  [['--metrics-bind', '9464'], {}, /--metrics-bind needs an address and a port, .+, and "9464" is not/],
  [['--metrics-bind', '127.0.0.1:99999'], {}, /--metrics-bind needs an address and a port/],
  [['--drain-seconds', '601'], {}, /--drain-seconds needs a number of seconds from 0 to 600/],
  [[], { TOCSIN_SERVER_LOG_FORMAT: 'xml' }, /TOCSIN_SERVER_LOG_FORMAT needs json, text or auto/],
  [['--config', ''], {}, /--config needs a file/],
  [['--config', 'none.json'], {}, /There is no configuration file none\.json/],
  [['--config', 'broken.json'], {}, /: broken\.json is not JSON\. Try/],
  [['--config', 'comma.json'], {}, /comma\.json is not JSON: see position 15 \(line 2 column 1\)/],
  [['--config', 'list.json'], {}, /list\.json needs one JSON object/],
  [['--config', 'unknown.json'], {}, /unknown\.json: "prot" is no option of this server/],
  [['--config', 'inherited.json'], {}, /inherited\.json: "constructor" is no option/],
  [['--config', 'badly-typed.json'], {}, /badly-typed\.json: "port" needs a number .+, and "9000" is not/],
  [[], { TOCSIN_SERVER_PROT: '1' }, /environment's TOCSIN_SERVER_PROT is no option of this server/],
  [[], { TOCSIN_SERVER_CONSTRUCTOR: '1' }, /TOCSIN_SERVER_CONSTRUCTOR is no option/],
  [[], { TOCSIN_SERVER_PORT: 'x' }, /environment's TOCSIN_SERVER_PORT needs a number .+, and "x" is not/],
  [[], { TOCSIN_SERVER_DEMO: 'constructor' }, /TOCSIN_SERVER_DEMO needs true or false/],
]
test.each(cases)('%j with %j is refused with one clear line', (args, environment, problem) => {
  const command = read(args, environment)
  if (command.kind !== 'refused') throw new Error(`not refused: ${command.kind}`)
  expect(command.line).toMatch(problem)
  expect(command.line).toMatch(/^tocsin-server: .+\. Try --help\.$/)
  expect(command.line).not.toContain('s3cret')
})
