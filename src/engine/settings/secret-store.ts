/** Where access tokens are kept: each host has its own place. A token is never logged and never shown. */

import type { Wording } from '../../i18n/wording.ts'

/** `key` names a source (`source-key.ts`). */
export type SecretStore = {
  /** Whether a token is kept; asks no keychain. */
  has(key: string): boolean
  /**
   * @returns null where none is kept
   * @throws WordedError when it is kept and cannot be had
   */
  get(key: string): Promise<string | null>
  /**
   * @param token null forgets it
   * @returns what to say when it is kept less safely than it should be, otherwise null
   * @throws Refusal when it cannot be kept; then nothing has changed
   */
  set(key: string, token: string | null): Promise<Wording | null>
}
