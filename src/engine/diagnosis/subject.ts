/** What is diagnosed: the source in use, or one that somebody thinks of using. */
import type { Settings } from '../../contract/settings-table.ts'
import type { ResolvedSource } from '../source.ts'

export type Subject = {
  /** As they are, or would be, with that source. */
  readonly settings: Settings
  /** @throws Error whose words are for people */
  resolve(clientId: string): Promise<ResolvedSource>
  /** @throws Error whose words are for people */
  accessToken(): Promise<string | null>
  /** How the connection in use does; null for another source. */
  inUse(): LiveConnection | null
}

export type LiveConnection = {
  readonly isLive: boolean
  readonly since: number
  /** Null before the first frame of this run. */
  readonly lastFrameAt: number | null
}
