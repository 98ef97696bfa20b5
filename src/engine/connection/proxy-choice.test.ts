import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { checkProxySetting, chooseProxy } from './proxy-choice.ts'

const far = new URL('wss://notify.test/ws/notify/alice')
const farInClear = new URL('ws://notify.test')
const loopbacks = [
  ...['ws://localhost', 'wss://LOCALHOST.:8080', 'ws://a.localhost', 'ws://127.0.0.1', 'ws://127.9.9.9'],
  ...['ws://127.1', 'ws://[::1]', 'ws://[::ffff:127.0.0.1]', 'ws://0.0.0.0', 'ws://[::]'],
]

describe('the proxy', () => {
  beforeEach(() => {
    for (const name of ['http_proxy', 'https_proxy', 'all_proxy', 'no_proxy', 'ws_proxy', 'wss_proxy']) {
      vi.stubEnv(name, '')
      vi.stubEnv(name.toUpperCase(), '')
    }
  })
  afterEach(() => void vi.unstubAllEnvs())

  it.each([
    ['', null],
    ['environment', null],
    ['http://proxy.test:3128', null],
    ['https://ann:secret@proxy.test', null],
    ['proxy.test:3128', 'no'],
    ['socks5://proxy.test', 'no'],
    ['http://', 'no'],
    ['http://ann:%@proxy.test', 'no'],
    ['Environment', 'no'],
  ])('"%s" can be chosen, or not', (setting, problem) => {
    expect(checkProxySetting(setting) === null).toBe(problem === null)
  })

  it('is the one in the settings, with its password apart', () => {
    expect(chooseProxy('', far)).toBeNull()
    expect(chooseProxy('http://proxy.test:3128', far)).toEqual({
      url: 'http://proxy.test:3128',
      authorization: null,
    })
    expect(chooseProxy('https://ann:s%40cret@proxy.test', far)).toEqual({
      url: 'https://proxy.test',
      authorization: `Basic ${Buffer.from('ann:s@cret').toString('base64')}`,
    })
  })

  it("is the environment's for https or http, as the address is", () => {
    vi.stubEnv('HTTPS_PROXY', 'http://secure.test')
    vi.stubEnv('http_proxy', 'http://clear.test')
    expect(chooseProxy('environment', far)?.url).toBe('http://secure.test')
    expect(chooseProxy('environment', farInClear)?.url).toBe('http://clear.test')
    vi.stubEnv('NO_PROXY', '.test')
    expect(chooseProxy('environment', far)).toBeNull()
    expect(chooseProxy('http://proxy.test', far)?.url).toBe('http://proxy.test')
  })

  it('without a scheme in the environment is spoken to over http, as everywhere', () => {
    vi.stubEnv('HTTPS_PROXY', 'proxy.test:3128')
    expect(chooseProxy('environment', far)?.url).toBe('http://proxy.test:3128')
    vi.stubEnv('HTTPS_PROXY', 'https://proxy.test:3128')
    expect(chooseProxy('environment', far)?.url).toBe('https://proxy.test:3128')
  })

  it('of a kind that we do not know is a failure, told without its password', () => {
    vi.stubEnv('ALL_PROXY', 'socks5://ann:secret@proxy.test')
    expect(() => chooseProxy('environment', far)).toThrow(
      /^The environment's proxy .* cannot be used: its address must start with http/,
    )
    expect(() => chooseProxy('environment', far)).not.toThrow(/secret/)
    expect(() => chooseProxy('ftp://proxy.test', far)).toThrow(/^The proxy in the settings cannot be used/)
  })

  it.each(loopbacks)('never leads to %s, which is this machine', (address) => {
    vi.stubEnv('ALL_PROXY', 'http://proxy.test')
    expect(chooseProxy('environment', new URL(address))).toBeNull()
    expect(chooseProxy('http://proxy.test', new URL(address))).toBeNull()
    expect(chooseProxy('environment', far)).not.toBeNull()
  })
})
