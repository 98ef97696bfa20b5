/** What the server asks about access, whichever way it is decided: with tokens, or without on this machine alone. */
import type { Authorise, KnownToken, Wish } from '../authorise.ts'
import type { CloseReason } from '../close-reasons.ts'
import type { Origins } from './origins.ts'

export type Access = {
  readonly authorise: Authorise
  /** Why something that was permitted, and goes on, is so no longer; null: it still is. */
  withdrawn(token: KnownToken, wish: Wish): CloseReason | null
  /** Called when what was permitted has to be asked about again. */
  onChange(listener: () => void): Disposable
  /** Web pages that may use this server. */
  readonly origins: Origins
  /** Whether people have to be told to send one. */
  readonly needsToken: boolean
}
