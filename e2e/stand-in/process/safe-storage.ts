/**
 * Electron's `safeStorage`, by its asynchronous half: on a desktop with a keyring, or without one where Chromium's switch
 * `--password-store=basic` says so. It shows how an app must use it, and protects nothing.
 * @see electron/electron: docs/api/safe-storage.md, shell/browser/api/electron_api_safe_storage.cc, #49054
 */
import type { Desk } from './desk.ts'
import type { ElectronSubset } from './electron-subset.ts'

/** Chromium's marks: of the key that stands in its source, and of a keyring's. */
const marks = { open: 'v10', keyring: 'v11' } as const

export function createSafeStorage(
  desk: Desk,
  hasKeyring = !process.argv.includes('--password-store=basic'),
): ElectronSubset['safeStorage'] {
  const preferred = hasKeyring ? marks.keyring : marks.open

  function mustBeReady(): void {
    if (!desk.isReady) throw new Error('safeStorage cannot be used before app is ready')
  }

  return {
    /** Also without a keyring: there is always the key of the source (`CreateOSCryptAsync`). */
    async isAsyncEncryptionAvailable() {
      return desk.isReady
    },
    async encryptStringAsync(plainText) {
      mustBeReady()
      return Buffer.concat([Buffer.from(preferred), turn(Buffer.from(plainText))])
    },
    async decryptStringAsync(encrypted) {
      mustBeReady()
      if (encrypted.length === 0) return { result: '', shouldReEncrypt: false }
      const mark = encrypted.subarray(0, preferred.length).toString()
      if (mark !== preferred && mark !== marks.open) {
        throw new Error('Error while decrypting the ciphertext provided to safeStorage.decryptStringAsync.')
      }
      return { result: turn(encrypted.subarray(mark.length)).toString(), shouldReEncrypt: mark !== preferred }
    },
    getSelectedStorageBackend() {
      if (!desk.isReady) return 'unknown'
      return hasKeyring ? 'gnome_libsecret' : 'basic_text'
    },
  }
}

/** There and back. */
const turn = (bytes: Uint8Array): Buffer => Buffer.from(bytes.map((byte) => byte ^ 0xff))
