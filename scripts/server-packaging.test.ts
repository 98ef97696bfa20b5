/** The image and the service unit, as far as they can be checked where neither runs: what they name is there. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import config from '../electron.vite.config.ts'
import { nameOfVariable } from '../src/server/configuration/option.ts'
import { readServerCommand } from '../src/server/configuration/server-command.ts'
import { isOptionName, serverOptions } from '../src/server/configuration/server-options.ts'

const root = join(import.meta.dirname, '..')
const read = (path: string): string => readFileSync(join(root, path), 'utf8')

const dockerfile = read('Dockerfile').replaceAll(/\\\n\s*/g, ' ')
const unit = read('resources/systemd/tocsin-server.service')

/** What a line like `COPY a b ./` copies. */
function copied(fromBuild: boolean): readonly string[] {
  const lines = dockerfile.split('\n').filter((line) => line.startsWith('COPY '))
  return lines
    .filter((line) => line.includes('--from=build') === fromBuild)
    .flatMap((line) => line.replace('--from=build ', '').split(' ').slice(1, -1))
}

/** Of the line that starts so: `NAME=value`, several of them. */
function variables(text: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...text.matchAll(/(TOCSIN_SERVER_\w+)=(\S+)/g)].map(([, name, value]) => [name, value]),
  )
}

const builtFiles = (): readonly string[] => {
  const input = config.main?.build?.rolldownOptions?.input ?? {}
  return Object.keys(input).map((name) => `out/main/${name}.js`)
}

test('what the image copies is there, and reaches the build', () => {
  const paths = copied(false)
  expect(paths).toContain('src')
  const included = read('.dockerignore')
    .split('\n')
    .filter((line) => line.startsWith('!'))
  for (const path of paths) {
    expect(existsSync(join(root, path)), path).toBe(true)
    expect(included).toContain(`!${path}`)
  }
})

test('what the image takes from the build is what the build and npm make', () => {
  for (const path of copied(true)) {
    expect(path).toMatch(/^\/tocsin\/(package\.json|node_modules|out\/main)$/)
  }
})

test.each([
  ['the image', dockerfile],
  ['the unit', unit],
])('%s starts a file that is built, with the worker beside it', (_name, text) => {
  const started = /out\/main\/[\w-]+\.js/.exec(text)?.[0] ?? ''
  expect(builtFiles()).toContain(started)
  expect(builtFiles()).toContain('out/main/server-store-worker.js')
})

test.each([
  ['the image', dockerfile],
  ['the unit', unit],
])('%s sets options that there are, to values that they take', (_name, text) => {
  const set = variables(text)
  expect(Object.keys(set).length).toBeGreaterThan(1)
  for (const variable of Object.keys(set)) expect(isOptionName(nameOfVariable(variable) ?? '')).toBe(true)
  const { TOCSIN_SERVER_BIND: _bind, ...rest } = set
  expect(readServerCommand([], rest, read)).toMatchObject({ kind: 'serve', configuration: { demo: false } })
})

test('the image is asked for its health where it answers', () => {
  expect(dockerfile).toContain(`http://${variables(dockerfile)['TOCSIN_SERVER_METRICS_BIND']}/readyz`)
  expect(dockerfile).toContain(`EXPOSE ${serverOptions.port.default}`)
  expect(dockerfile).toMatch(/^USER node$/m)
})

test('draining ends before systemd and docker lose their patience', () => {
  const seconds = serverOptions['drain-seconds'].default
  expect(seconds).toBeLessThan(Number(/^TimeoutStopSec=(\d+)$/m.exec(unit)?.[1]))
  // `docker stop` waits ten seconds.
  expect(seconds).toBeLessThan(10)
})
