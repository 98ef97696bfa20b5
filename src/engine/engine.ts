/** What the engine is given, and what it gives. Wired by `create-engine.ts`. */
import type { Clock, Random } from '../clock/clock.ts'
import type { CommandHandlers } from '../contract/commands.ts'
import type { DoNotDisturbView } from '../contract/do-not-disturb.ts'
import type { AnyEvent } from '../contract/events.ts'
import type { NotificationRow } from '../contract/notification-row.ts'
import type { Settings } from '../contract/settings-table.ts'
import type { Capabilities, ConnectionView, Counts, SourceView } from '../contract/snapshot.ts'
import type { ToastsView } from '../contract/toast.ts'
import type { I18n } from '../i18n/create-i18n.ts'
import type { Wording } from '../i18n/wording.ts'
import type { SecretStore } from './settings/secret-store.ts'
import type { SettingsStore } from './settings/settings.ts'
import type { EmbeddedServer } from './source.ts'
import type { CreateToaster } from './toasts/toaster.ts'

/** What a file holds or is to hold: JSON Lines and CSV, or one JSON. */
export type FileContent = 'notifications' | 'settings'

/** How a host lets the user choose a file; null when none was chosen. */
export type ChooseFile = {
  forExport(suggestedName: string, content: FileContent): Promise<string | null>
  forImport(content: FileContent): Promise<string | null>
}

/** What a click on a toast, on an entry of the tray, or a link wants to see. */
export type OpenTarget =
  | { readonly kind: 'notification'; readonly rowId: number }
  /** `query`: of the search box. */
  | { readonly kind: 'search'; readonly query: string }

/** What only a host can do. */
export type HostActions = {
  /**
   * Shows the window there.
   * @param activationToken lets it come to the front where the desktop asks for it (xdg-activation); else null
   */
  open(target: OpenTarget, activationToken: string | null): void
  /** Ends the program; null where a window cannot. */
  readonly quit: (() => void) | null
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
  readonly createToaster: CreateToaster
  readonly hostActions: HostActions
  readonly capabilities: Capabilities
  readonly embeddedServer: EmbeddedServer
  /** A source for this run alone; null for the one in the settings. */
  readonly sourceOverride: string | null
  /** What the host found at the start, for the activity log. */
  readonly notices: readonly Wording[]
  /** The reader's languages, best first (BCP 47). */
  preferredLanguages(): readonly string[]
}

export type EngineView = {
  readonly connection: ConnectionView
  readonly source: SourceView
  readonly counts: Counts
  readonly settings: Settings
  readonly doNotDisturb: DoNotDisturbView
  readonly toasts: ToastsView
  /** The newest first, at most five. */
  readonly newestUnread: readonly NotificationRow[]
}

export type Engine = {
  readonly handlers: CommandHandlers
  /** What a tray needs to draw itself; ask again at each `stateChanged`. */
  readonly view: EngineView
  /** A host's hint that the machine woke, or that the network is back: sockets are probed, our own waits are over. */
  woke(): void
  /** The machine is about to sleep: what waits is stored now. */
  suspending(): void
  /** While the screen is locked nobody looks at the list, whatever window has the focus. */
  setLocked(isLocked: boolean): void
  /** The window says by `noteWatching` that it is in front with its list; a host says when it no longer is. */
  stopWatching(): void
  /** The language of now, for what a host says itself; ask again each time. */
  i18n(): I18n
  /** A host's line for the activity log: what could not be done, and what to do about it. */
  note(problem: Wording): void
  /** Somebody clicked this notification's entry in the tray. */
  opened(rowId: number): void
  /** Told of everything a window is told of. */
  subscribe(listener: (event: AnyEvent) => void): Disposable
  /** Stores what waits, then lets go of socket and file. @returns how many the disk refused to the last */
  close(): { readonly lostCount: number }
}
