/** Access tokens of a host without a keychain: in a file that only its owner can read, as the history beside it. */
import { join } from 'node:path'
import type { SecretStore } from '../engine/settings/secret-store.ts'
import type { PlatformName } from './platform-name.ts'
import { createTokenFile } from './token-file.ts'

export function createFileSecretStore(dataDir: string, platform: PlatformName): SecretStore {
  const file = createTokenFile(join(dataDir, 'source-tokens.json'), platform)
  return {
    has: (key) => file.get(key) !== null,
    get: async (key) => file.get(key),
    async set(key, token) {
      file.set(key, token)
      return null
    },
  }
}
