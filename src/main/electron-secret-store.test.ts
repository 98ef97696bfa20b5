import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { platformName } from '../host/platform-name.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { createElectronSecretStore, weaklyKeptNotice, weakSealWarning } from './electron-secret-store.ts'

/** Of "k0", which is everybody's. */
const weakKey = '0'.charCodeAt(0)

/** A keychain that turns texts round; each key of it opens only what it sealed. */
function startKeychain() {
  const dataDir = temporaryFolder()
  const keychain = { key: 'k1', isAvailable: true, wantsNewSeal: false }
  const store = createElectronSecretStore({
    ...{ dataDir, platform: platformName, isSealWeak: (sealed) => sealed[1] === weakKey },
    safeStorage: {
      isAsyncEncryptionAvailable: async () => keychain.isAvailable,
      encryptStringAsync: async (text) => Buffer.from(`${keychain.key}:${[...text].toReversed().join('')}`),
      async decryptStringAsync(sealed) {
        const [key, text = ''] = sealed.toString().split(':')
        if (key !== keychain.key && !keychain.wantsNewSeal) throw new Error('another key')
        return { result: [...text].toReversed().join(''), shouldReEncrypt: keychain.wantsNewSeal }
      },
    },
  })
  const fileText = (): string => {
    const [name = ''] = readdirSync(dataDir)
    return Buffer.from(
      Object.values(JSON.parse(readFileSync(join(dataDir, name), 'utf8'))).join(),
      'base64',
    ).toString()
  }
  return { dataDir, keychain, store, fileText }
}

describe('the access tokens of the desktop app', () => {
  it('lie in the data folder as the keychain sealed them', async () => {
    const { store, fileText } = startKeychain()
    expect(await store.set('wss://a.test/', 'secret')).toBeNull()
    expect([store.has('wss://a.test/'), await store.get('wss://a.test/')]).toEqual([true, 'secret'])
    expect(fileText()).toBe('k1:terces')
    await store.set('wss://a.test/', null)
    expect([store.has('wss://a.test/'), await store.get('wss://a.test/')]).toEqual([false, null])
  })

  it('are refused where there is no keychain, and what was kept stays', async () => {
    const { store, keychain } = startKeychain()
    await store.set('', 'old')
    keychain.isAvailable = false
    await expect(store.set('', 'new')).rejects.toMatchObject({
      code: 'unavailable',
      message: expect.stringMatching(/^The access token was not kept: this computer's keychain/),
    })
    expect(await store.get('')).toBe('old')
    await store.set('', null)
    expect(store.has('')).toBe(false)
  })

  it('are kept with a warning where the seal protects little', async () => {
    const { store, keychain } = startKeychain()
    expect(await store.set('wss://a.test/', 'secret')).toBeNull()
    expect(store.weakSealNotice()).toBeNull()
    keychain.key = 'k0'
    expect(await store.set('', 'secret')).toBe(weakSealWarning)
  })

  it('that are kept so are spoken of at each start, until a keychain has sealed them', async () => {
    const { store, keychain } = startKeychain()
    expect(store.weakSealNotice()).toBeNull()
    keychain.key = 'k0'
    await store.set('', 'secret')
    expect(store.weakSealNotice()).toBe(weaklyKeptNotice)
    Object.assign(keychain, { key: 'k1', wantsNewSeal: true })
    await store.get('')
    expect(store.weakSealNotice()).toBeNull()
  })

  it('that the keychain does not open are said to be so, and are still there', async () => {
    const { store, keychain } = startKeychain()
    await store.set('', 'secret')
    keychain.key = 'k2'
    await expect(store.get('')).rejects.toThrow(/Unlock the keychain, or enter the token again\.$/)
    expect(store.has('')).toBe(true)
  })

  it('are sealed anew when the system has a newer key', async () => {
    const { store, keychain, fileText } = startKeychain()
    await store.set('', 'secret')
    Object.assign(keychain, { key: 'k2', wantsNewSeal: true })
    expect(await store.get('')).toBe('secret')
    expect(fileText()).toBe('k2:terces')
  })
})
