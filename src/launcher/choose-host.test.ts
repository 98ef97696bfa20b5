import { describe, expect, it } from 'vitest'
import { parseFlags } from '../host/flags.ts'
import { chooseHost, type Machine } from './choose-host.ts'
import { explainDesktopFailure } from './desktop-failure.ts'
import { toDesktopArguments } from './start-desktop.ts'

const desktop: Machine = { platform: 'linux', hasDisplay: true, isRoot: false }

describe('choosing a host', () => {
  it('takes the desktop where it can, and the browser where it was asked for', () => {
    expect(chooseHost(null, desktop)).toEqual({ host: 'desktop' })
    expect(chooseHost('desktop', desktop)).toEqual({ host: 'desktop' })
    expect(chooseHost('browser', desktop)).toEqual({ host: 'browser', why: null })
  })

  it.each([
    [{ ...desktop, hasDisplay: false }, /no display/],
    [{ ...desktop, isRoot: true }, /root.*ordinary user/],
  ])('says why the desktop cannot be, and what to do: %j', (machine, sentence) => {
    for (const wished of [null, 'desktop'] as const) {
      const choice = chooseHost(wished, machine)
      expect(choice.host === 'browser' && choice.why).toMatch(sentence)
    }
  })

  it('lets root have a desktop where Electron does', () => {
    expect(chooseHost(null, { ...desktop, platform: 'darwin', isRoot: true })).toEqual({ host: 'desktop' })
  })
})

describe("the desktop app's command line", () => {
  it('has each value joined to its flag, and is read again as it was', () => {
    const flags = {
      host: null,
      source: 'wss://h/x',
      dataDir: '/d',
      port: null,
      opensBrowser: false,
      frequencySeconds: 2,
      isHidden: true,
      link: 'tocsin://notification/7',
    }
    const args = toDesktopArguments(flags)
    expect(args).toEqual([
      ...['--source=wss://h/x', '--data-dir=/d', '--frequency=2', '--hidden'],
      ...['--', 'tocsin://notification/7'],
    ])
    expect(parseFlags(args, { ignoreUnknown: true })).toEqual({ kind: 'run', flags })
  })
})

describe('why Electron did not come up', () => {
  const end = { stderr: '', code: 1, signal: null, timedOut: false }

  it.each([
    [
      'FATAL:electron_main_delegate.cc(288)] Running as root without --no-sandbox is not supported. See …',
      /ordinary user/,
    ],
    [
      'FATAL:setuid_sandbox_host.cc(158)] The SUID sandbox helper binary was found, but …',
      /apparmor_restrict_unprivileged_userns/,
    ],
    [
      'electron: error while loading shared libraries: libnss3.so: cannot open shared object file',
      /libnss3\.so is missing.*apt-get install/,
    ],
    ['[ERROR:ozone_platform_x11.cc] Missing X server or $DISPLAY', /display cannot be opened/],
    ['spawn /x/electron ENOENT', /cannot be started \(ENOENT\)/],
  ])('%s', (stderr, sentence) => expect(explainDesktopFailure({ ...end, stderr })).toMatch(sentence))

  it('prefers what Tocsin itself said', () => {
    const stderr = 'noise\ntocsin: Error: the folder is gone\n    at somewhere (file.js:1:2)\n'
    expect(explainDesktopFailure({ ...end, stderr })).toBe(
      'the desktop app ended with code 1 (Error: the folder is gone).',
    )
  })

  it('tells at least how it ended', () => {
    expect(explainDesktopFailure({ ...end, signal: 'SIGSEGV', code: null, stderr: 'a\nlast words\n' })).toBe(
      'the desktop app ended with signal SIGSEGV (last words).',
    )
    expect(explainDesktopFailure({ ...end, timedOut: true })).toMatch(/in time/)
  })
})
