/** Access tokens by Electron's `safeStorage`: the system's keychain seals them, a file in the data folder holds them. */
import { join } from 'node:path'
import type { SafeStorage } from 'electron'
import type { SecretStore } from '../engine/settings/secret-store.ts'
import { WordedError, WordedRefusal } from '../engine/worded-error.ts'
import type { PlatformName } from '../host/platform-name.ts'
import { createTokenFile } from '../host/token-file.ts'
import { type Wording, worded } from '../i18n/wording.ts'

export type ElectronSecretStoreDeps = {
  /** Only to be used once Electron is ready. */
  readonly safeStorage: Pick<
    SafeStorage,
    'decryptStringAsync' | 'encryptStringAsync' | 'isAsyncEncryptionAvailable'
  >
  readonly dataDir: string
  readonly platform: PlatformName
  /** Whether what is sealed can be opened by whoever has it. */
  isSealWeak(sealed: Uint8Array): boolean
}

export type ElectronSecretStore = SecretStore & {
  /** To be said at the start: asks no keychain. Null when every token that is kept is kept well. */
  weakSealNotice(): Wording | null
}

export const weakSealWarning = worded('secrets.weak')
export const weaklyKeptNotice = worded('secrets.weakly-kept')

export function createElectronSecretStore(deps: ElectronSecretStoreDeps): ElectronSecretStore {
  const { safeStorage } = deps
  const file = createTokenFile(join(deps.dataDir, 'source-tokens.sealed.json'), deps.platform)
  const seal = async (token: string): Promise<string> =>
    (await safeStorage.encryptStringAsync(token)).toString('base64')

  const isWeak = (sealed: string): boolean => deps.isSealWeak(Buffer.from(sealed, 'base64'))

  /** The system has a newer key: what the old one sealed may soon be lost. */
  async function sealAnew(key: string, sealed: string, token: string): Promise<void> {
    const next = await seal(token)
    if (file.get(key) === sealed) file.set(key, next)
  }

  return {
    has: (key) => file.get(key) !== null,
    async get(key) {
      const sealed = file.get(key)
      if (sealed === null) return null
      try {
        const { result, shouldReEncrypt } = await safeStorage.decryptStringAsync(
          Buffer.from(sealed, 'base64'),
        )
        if (shouldReEncrypt) await sealAnew(key, sealed, result).catch(() => {})
        return result
      } catch {
        throw new WordedError(worded('secrets.unreadable'))
      }
    },
    async set(key, token) {
      if (token === null) {
        file.set(key, null)
        return null
      }
      const sealed = await sealOrRefuse(token)
      file.set(key, sealed)
      return isWeak(sealed) ? weakSealWarning : null
    },
    weakSealNotice: () => (file.texts().some(isWeak) ? weaklyKeptNotice : null),
  }

  async function sealOrRefuse(token: string): Promise<string> {
    try {
      if (await safeStorage.isAsyncEncryptionAvailable()) return await seal(token)
    } catch {
      // Refused below, as where there is none.
    }
    throw new WordedRefusal('unavailable', worded('secrets.no-keychain'))
  }
}
