/** What the engine is given, and what it gives. Wired by `create-engine.ts`. */
import type { Clock, Random } from '../clock/clock.ts'
import type { CommandHandlers } from '../contract/commands.ts'
import type { AnyEvent } from '../contract/events.ts'
import type { Settings } from '../contract/settings-table.ts'
import type { Capabilities, ConnectionView, Counts, SourceView } from '../contract/snapshot.ts'
import type { SecretStore } from './settings/secret-store.ts'
import type { SettingsStore } from './settings/settings.ts'
import type { EmbeddedServer } from './source.ts'
import type { Toaster } from './toasts/toasts.ts'

/** How a host lets the user choose a file; null when none was chosen. */
export type ChooseFile = {
  forExport(suggestedName: string): Promise<string | null>
  forImport(): Promise<string | null>
}

export type EngineDeps = {
  readonly clock: Clock
  readonly random: Random
  /** Where `history.sqlite` lives; made where it is missing. */
  readonly dataDir: string
  readonly settingsStore: SettingsStore
  /** The program of the background thread: `background/worker.ts`, or what it was built into. */
  readonly backgroundFile: URL | string
  readonly chooseFile: ChooseFile
  readonly secrets: SecretStore
  readonly toaster: Toaster
  readonly capabilities: Capabilities
  readonly embeddedServer: EmbeddedServer
  /** A source for this run alone; null for the one in the settings. */
  readonly sourceOverride: string | null
  /** Sentences about what the host found at the start, for the activity log. */
  readonly notices: readonly string[]
}

export type EngineView = {
  readonly connection: ConnectionView
  readonly source: SourceView
  readonly counts: Counts
  readonly settings: Settings
}

export type Engine = {
  readonly handlers: CommandHandlers
  /** What a tray needs to draw itself; ask again at each `stateChanged`. */
  readonly view: EngineView
  /** A host's hint that the machine woke, or that the network is back: sockets are probed, our own waits are over. */
  woke(): void
  /** Somebody clicked this notification's toast, or its entry in the tray. */
  opened(rowId: number): void
  /** A host's toast could not be shown after all: the reason, a sentence for people. */
  toastFailed(rowId: number, reason: string): void
  /** Told of everything a window is told of. */
  subscribe(listener: (event: AnyEvent) => void): Disposable
  /** Stores what waits, then lets go of socket and file. @returns how many the disk refused to the last */
  close(): { readonly lostCount: number }
}
