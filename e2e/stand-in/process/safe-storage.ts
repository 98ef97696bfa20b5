/** Electron's `safeStorage` on a desktop with a keyring. It shows how an app must use it, and protects nothing. */
import type { Desk } from './desk.ts'
import type { ElectronSubset } from './electron-subset.ts'

/** As Chromium marks what a keyring's key has sealed. */
const mark = 'v11'

export function createSafeStorage(desk: Desk): ElectronSubset['safeStorage'] {
  function mustBeReady(): void {
    if (!desk.isReady) throw new Error('safeStorage cannot be used before app is ready')
  }

  return {
    async isAsyncEncryptionAvailable() {
      return desk.isReady
    },
    async encryptStringAsync(plainText) {
      mustBeReady()
      return Buffer.concat([Buffer.from(mark), turn(Buffer.from(plainText))])
    },
    async decryptStringAsync(encrypted) {
      mustBeReady()
      if (encrypted.subarray(0, mark.length).toString() !== mark) throw new Error('Error while decrypting')
      return { result: turn(encrypted.subarray(mark.length)).toString(), shouldReEncrypt: false }
    },
    getSelectedStorageBackend: () => (desk.isReady ? 'gnome_libsecret' : 'unknown'),
  }
}

/** There and back. */
const turn = (bytes: Uint8Array): Buffer => Buffer.from(bytes.map((byte) => byte ^ 0xff))
