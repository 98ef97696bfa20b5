/** `tocsin-server token …` from its words to the file. */
import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../../testing/temporary-folder.ts'
import { hashOf } from './access-token.ts'
import { parseDuration } from './duration.ts'
import { runTokenCommand } from './run-token-command.ts'
import { readTokenCommand } from './token-command.ts'
import { readTokenFile } from './token-file.ts'

const noFile = (): string => {
  throw new Error('no file')
}
const nowMs = Date.UTC(2030, 0, 1)

function commandLine() {
  const file = join(temporaryFolder(), 'tokens.json')
  const run = (...args: string[]) =>
    runTokenCommand(readTokenCommand([...args, '--token-file', file], {}, noFile), { nowMs, randomBytes })
  return { file, run }
}

test('a token is made, printed once, and kept as its hash', () => {
  const { file, run } = commandLine()
  const { output, note, exitCode } = run(
    'create',
    '--name',
    'ci',
    '--publish',
    'a*',
    '--publish',
    'b',
    '--subscribe',
    'alice',
    '--expires',
    '90d',
  )
  expect(exitCode).toBe(0)
  expect(output).toMatch(/^tocsin_[\w-]{43}\n$/)
  expect(note).toContain('only time')
  const secret = output.trim()
  expect(readTokenFile(file).tokens).toEqual([
    {
      ...{ name: 'ci', hash: hashOf(secret), publish: ['a*', 'b'], subscribe: ['alice'] },
      ...{ created: '2030-01-01T00:00:00.000Z', expires: '2030-04-01T00:00:00.000Z' },
    },
  ])
  expect(readFileSync(file, 'utf8')).not.toContain(secret)
  expect(run('create', '--name', 'other', '--publish-to-everyone').output).not.toBe(output)
  expect(readTokenFile(file).tokens[1]).toMatchObject({ name: 'other', publish_to_everyone: true })
})

test('a name is taken once', () => {
  const { file, run } = commandLine()
  run('create', '--name', 'ci', '--publish', '*')
  const before = readFileSync(file, 'utf8')
  expect(run('create', '--name', 'ci', '--publish', 'x')).toEqual({
    ...{ exitCode: 1, output: '' },
    note: 'tocsin-server: There is a token "ci" already: revoke it, or choose another name.\n',
  })
  expect(readFileSync(file, 'utf8')).toBe(before)
})

test('the list tells rights and times, and no hash', () => {
  const { run } = commandLine()
  run('create', '--name', 'ci', '--publish', 'team-*', '--publish-to-everyone', '--expires', '1m')
  run('create', '--name', 'alice', '--subscribe', 'al\u202eice')
  const { output } = run('list')
  expect(output.split('\n').map((line) => line.split(/ {2,}/))).toEqual([
    ['NAME', 'PUBLISH', 'SUBSCRIBE', 'CREATED', 'EXPIRES'],
    ['ci', '"team-*", everyone at once', '-', '2030-01-01T00:00:00.000Z', '2030-01-01T00:01:00.000Z'],
    ['alice', '-', '"al\\u{202e}ice"', '2030-01-01T00:00:00.000Z', 'never'],
    [''],
  ])
})

test('one that is revoked is gone; one that is not there is said', () => {
  const { file, run } = commandLine()
  expect(run('revoke', 'ci')).toMatchObject({ exitCode: 1, note: expect.stringMatching(/no token file/) })
  expect(existsSync(file)).toBe(false)
  run('create', '--name', 'ci', '--publish', '*')
  expect(run('revoke', 'no')).toMatchObject({ exitCode: 1, note: expect.stringMatching(/no token "no" in/) })
  expect(run('revoke', 'ci')).toMatchObject({ exitCode: 0, output: '' })
  expect(run('list').output).toBe('There are no tokens.\n')
})

test.each<[string[], RegExp]>([
  [[], /needs one of create, list and revoke/],
  [['make'], /needs one of create/],
  [['create', '--publish', '*'], /--name needs/],
  [['create', '--name', 'a b', '--publish', '*'], /--name needs/],
  [['create', '--name', 'ci'], /needs a right/],
  [['create', '--name', 'ci', '--publish', 'a*b'], /pattern .* "a\*b" is not/],
  [['create', '--name', 'ci', '--publish', '*', '--expires', 'soon'], /--expires needs a time such as 90d/],
  [['create', 'ci', '--publish', '*'], /does not know what ci is/],
  [['list', 'x'], /does not know what x is/],
  [['revoke'], /needs the name/],
  [['revoke', 'a', 'b'], /does not know what b is/],
  [['list', '--colour'], /Unknown option '--colour'/],
])('token %j is refused with 2 and one line', (args, problem) => {
  const { exitCode, output, note } = commandLine().run(...args)
  expect({ exitCode, output }).toEqual({ exitCode: 2, output: '' })
  expect(note).toMatch(problem)
  expect(note).toMatch(/^tocsin-server: .+\. Try tocsin-server token --help\.\n$/)
})

test('the file may be named by the environment, and by the configuration; without one nothing is done', () => {
  const list = (environment: Readonly<Record<string, string>>) =>
    readTokenCommand(['list'], environment, () => '{"token-file": "by-file"}')
  expect(list({ TOCSIN_SERVER_TOKEN_FILE: 'by-variable' })).toEqual({ kind: 'list', file: 'by-variable' })
  expect(list({ TOCSIN_SERVER_CONFIG: 'x.json' })).toEqual({ kind: 'list', file: 'by-file' })
  expect(list({})).toEqual({ kind: 'refused', problem: '"token list" needs --token-file' })
})

test('help is given whatever else is there', () => {
  expect(readTokenCommand(['--help'], {}, noFile)).toEqual({ kind: 'help' })
})

test.each([
  ['1m', 60_000],
  ['12h', 43_200_000],
  ['90d', 7_776_000_000],
  ['2w', 1_209_600_000],
  ['0d', null],
  ['', null],
  ['90', null],
  ['-1d', null],
  ['1.5h', null],
  ['1y', null],
  ['999999d', null],
])('%j lasts %j ms', (text, expected) => expect(parseDuration(text)).toBe(expected))
