/** What a seal of `safeStorage` on Linux is worth: told by the seal itself. */

/** Of Chromium's `PosixKeyProvider`, whose key stands in its source. A keyring's is v11, a portal's v12. */
const markOfNoKeyring = 'v10'

/**
 * Not by `getSelectedStorageBackend()`: it names what the older, synchronous API would choose by the desktop's name, while
 * the asynchronous one asks for a keyring itself, finds one on desktops that are `basic_text`, and falls back to this
 * key where the keyring of the other ones does not answer (electron/electron#49054, `CreateOSCryptAsync`).
 */
export const isWeakLinuxSeal = (sealed: Uint8Array): boolean =>
  new TextDecoder().decode(sealed.subarray(0, markOfNoKeyring.length)) === markOfNoKeyring
