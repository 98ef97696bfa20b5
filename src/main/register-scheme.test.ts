import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { linux } from './platform/linux.ts'
import type { LinksApp } from './register-links.ts'
import { registerScheme } from './register-scheme.ts'

const type = 'x-scheme-handler/tocsin'
const ours = 'dev.tocsin.Tocsin.desktop'

/** A desktop whose `xdg-mime` notes what it is asked, and answers as it is told. */
function setUp(answer: string) {
  const folder = temporaryFolder()
  const environment = {
    PATH: join(folder, 'bin'),
    XDG_DATA_HOME: join(folder, 'own'),
    XDG_DATA_DIRS: '/none',
  }
  const log = join(folder, 'log')
  const program = join(folder, 'bin', 'xdg-mime')
  mkdirSync(join(folder, 'bin'))
  writeFileSync(log, '')
  writeFileSync(program, `#!/bin/sh\nprintf '%s\\n' "$*" >> '${log}'\n${answer}\n`)
  chmodSync(program, 0o755)
  return {
    ...{ folder, environment },
    install(dataFolder: string) {
      mkdirSync(join(dataFolder, 'applications'), { recursive: true })
      writeFileSync(join(dataFolder, 'applications', ours), '[Desktop Entry]\n')
    },
    asked: () => readFileSync(log, 'utf8').split('\n').slice(0, -1),
  }
}

describe('links on Linux', () => {
  it.each([
    ['nobody has them', 'true'],
    ['another program has them', 'echo other.desktop'],
  ])('go to the installed desktop file, for our scheme alone, where %s', async (_who, answer) => {
    const { environment, folder, install, asked } = setUp(answer)
    install(environment.XDG_DATA_HOME)
    await registerScheme(environment, folder)
    expect(asked()).toEqual([`query default ${type}`, `default ${ours} ${type}`])
  })

  it('are left alone where they come to Tocsin already', async () => {
    const { environment, folder, install, asked } = setUp(`echo ${ours}`)
    install(environment.XDG_DATA_HOME)
    await registerScheme(environment, folder)
    expect(asked()).toEqual([`query default ${type}`])
  })

  it('are left alone where no desktop file is installed', async () => {
    const { environment, folder, asked } = setUp('true')
    await registerScheme(environment, folder)
    expect(asked()).toEqual([])
  })

  it('do not go by folders whose place depends on where Tocsin was started', async () => {
    const { environment, folder, install, asked } = setUp('true')
    install(environment.XDG_DATA_HOME)
    const shared = `:${relative(process.cwd(), environment.XDG_DATA_HOME)}`
    await registerScheme({ ...environment, XDG_DATA_HOME: '', XDG_DATA_DIRS: shared }, folder)
    expect(asked()).toEqual([])
  })

  it('are none of Electron’s business', async () => {
    const { environment, install, asked } = setUp('true')
    install(environment.XDG_DATA_HOME)
    onTestFinished(() => void vi.unstubAllEnvs())
    for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value)
    const app = new Proxy({}, { get: (_app, name) => expect.unreachable(String(name)) })
    linux.registerLinks(app as LinksApp, { path: '/tocsin', args: [] }) // nothing of it may be used
    await expect.poll(asked).toHaveLength(2)
  })

  it('are found in the usual folders, and in those that the system shares', async () => {
    const { environment, folder, install, asked } = setUp('true')
    install(join(folder, '.local', 'share'))
    await registerScheme({ ...environment, XDG_DATA_HOME: undefined }, folder)
    expect(asked()).toHaveLength(2)
    install(join(folder, 'shared'))
    await registerScheme({ ...environment, XDG_DATA_DIRS: `/none:${join(folder, 'shared')}` }, folder)
    expect(asked()).toHaveLength(4)
  })

  it.each([
    ['has no xdg-utils', {}, 'true'],
    ['refuses', null, 'exit 4'],
  ])('harm nobody where the desktop %s', async (_what, other, answer) => {
    const { environment, folder, install } = setUp(answer)
    install(environment.XDG_DATA_HOME)
    const path = other === null ? environment.PATH : join(folder, 'empty')
    await expect(registerScheme({ ...environment, PATH: path }, folder)).resolves.toBeUndefined()
  })
})
