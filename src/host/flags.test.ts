import { describe, expect, it } from 'vitest'
import { parseFlags } from './flags.ts'

const none = {
  host: null,
  source: null,
  dataDir: null,
  port: null,
  opensBrowser: true,
  frequencySeconds: null,
  isHidden: false,
  link: null,
}

describe('the command line', () => {
  it('may be empty', () => expect(parseFlags([])).toEqual({ kind: 'run', flags: none }))

  it('is read whole', () => {
    const args =
      '--host browser --source ws://h --data-dir /d --port 0 --no-open --frequency 2.5 tocsin://search?q=a'.split(
        ' ',
      )
    expect(parseFlags(args)).toEqual({
      kind: 'run',
      flags: {
        host: 'browser',
        source: 'ws://h',
        dataDir: '/d',
        port: 0,
        opensBrowser: false,
        frequencySeconds: 2.5,
        isHidden: false,
        link: 'tocsin://search?q=a',
      },
    })
  })

  it.each([
    ['--help', 'help'],
    ['-h', 'help'],
    ['--version', 'version'],
  ])('%s', (flag, kind) => {
    expect(parseFlags([flag])).toEqual({ kind })
  })

  it.each([
    [['--colour']],
    [['extra']],
    [['tocsin://nowhere']],
    [['tocsin://notification/7\n']],
    [['tocsin://notification/7', 'tocsin://notification/8']],
    [['--hidden=yes']],
    [['--host', 'tv']],
    [['--source', 'http://h']],
    [['--source', 'ws://a', '--source', 'ws://b']],
    [['--port', '70000']],
    [['--port', '-1']],
    [['--port', '']],
    [['--frequency', '0.5']],
    [['--frequency', 'often']],
    [['--frequency', '']],
    [['--data-dir', '']],
    [['--no-open=yes']],
  ])('refuses %j in one line that says where help is', (args) => {
    const parsed = parseFlags(args)
    expect(parsed.kind).toBe('bad')
    expect(parsed.kind === 'bad' && parsed.problem).toMatch(/^[^\n]+ See --help\.$/)
  })

  it("passes over Chromium's switches where it is told to", () => {
    const args = [
      '--inspect=0',
      '--no-sandbox',
      '/app',
      '--frequency',
      '3',
      '--ozone-platform=x11',
      '--source=ws://h',
    ]
    expect(parseFlags(args, { ignoreUnknown: true })).toEqual({
      kind: 'run',
      flags: { ...none, frequencySeconds: 3, source: 'ws://h' },
    })
    expect(parseFlags(['--frequency', '99'], { ignoreUnknown: true }).kind).toBe('bad')
  })

  it('may ask for no window, and then for no browser', () => {
    expect(parseFlags(['--hidden'])).toEqual({
      kind: 'run',
      flags: { ...none, isHidden: true, opensBrowser: false },
    })
  })

  it('leaves a link to the window to judge where somebody clicked it', () => {
    const args = ['/app', '--', 'tocsin://nowhere']
    expect(parseFlags(args, { ignoreUnknown: true })).toEqual({
      kind: 'run',
      flags: { ...none, link: 'tocsin://nowhere' },
    })
  })
})
