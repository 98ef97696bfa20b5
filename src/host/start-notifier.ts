/** What both hosts start: the engine, its built-in server when it is wanted, and the contract's dispatch. */
import { join } from 'node:path'
import type { Clock } from '../clock/clock.ts'
import { createDispatch, type Dispatch } from '../contract/dispatch.ts'
import type { Capabilities } from '../contract/snapshot.ts'
import { createEngine } from '../engine/create-engine.ts'
import type { ChooseFile, Engine, HostActions } from '../engine/engine.ts'
import type { SecretStore } from '../engine/settings/secret-store.ts'
import type { SettingsStore } from '../engine/settings/settings.ts'
import type { CreateToaster } from '../engine/toasts/toaster.ts'
import type { Wording } from '../i18n/wording.ts'
import { ListenError } from '../server/listen.ts'
import { type NotificationServer, startNotificationServer } from '../server/notification-server.ts'
import type { Flags } from './flags.ts'
import { openEmbeddedStore } from './open-embedded-store.ts'

export type NotifierDeps = {
  readonly flags: Pick<Flags, 'source' | 'frequencySeconds'>
  readonly dataDir: string
  readonly settingsStore: SettingsStore
  readonly clock: Clock
  readonly createToaster: CreateToaster
  readonly hostActions: HostActions
  readonly capabilities: Capabilities
  readonly secrets: SecretStore
  readonly chooseFile: ChooseFile
  /** Where Tocsin's own files are. */
  readonly packageRoot: string
  /** What was found at the start, for the activity log. */
  readonly notices: readonly Wording[]
  /** The reader's languages, best first (BCP 47). */
  preferredLanguages(): readonly string[]
  /** Told what went wrong inside; for the terminal. */
  report(problem: unknown): void
}

export type Notifier = {
  readonly engine: Engine
  readonly dispatch: Dispatch
  /** Stores everything and closes every connection. */
  close(): Promise<void>
}

export function startNotifier(deps: NotifierDeps): Notifier {
  const { clock, flags } = deps
  const embedded = createEmbeddedServer({
    ...{ clock, dataDir: deps.dataDir, packageRoot: deps.packageRoot },
    note: (problem) => engine.note(problem),
  })
  const engine: Engine = createEngine({
    clock,
    random: Math.random,
    dataDir: deps.dataDir,
    settingsStore: deps.settingsStore,
    createToaster: deps.createToaster,
    hostActions: deps.hostActions,
    capabilities: deps.capabilities,
    secrets: deps.secrets,
    chooseFile: deps.chooseFile,
    backgroundFile: join(deps.packageRoot, 'out', 'main', 'background-worker.js'),
    embeddedServer: embedded.baseUrl,
    sourceOverride: flags.source,
    notices: deps.notices,
    preferredLanguages: deps.preferredLanguages,
  })
  if (flags.frequencySeconds !== null) {
    engine.handlers.changeSettings({ frequencySeconds: flags.frequencySeconds })
  }
  engine.handlers.connect({})
  return {
    engine,
    dispatch: createDispatch(engine.handlers, deps.report, (command) =>
      engine.i18n().t('engine-activity.internal', { command }),
    ),
    async close() {
      const { lostCount } = engine.close()
      if (lostCount > 0) {
        deps.report(`${lostCount} notifications could not be stored in ${deps.dataDir}, and are lost.`)
      }
      await embedded.close()
    },
  }
}

type EmbeddedServerDeps = Pick<NotifierDeps, 'clock' | 'dataDir' | 'packageRoot'> & {
  note(problem: Wording): void
}

/** So that a script finds it again after a restart; any free one is taken while another program has this one. */
const usualPort = 8786

/** Started when it is first asked for; a start that failed is tried anew the next time. */
function createEmbeddedServer({ clock, dataDir, packageRoot, note }: EmbeddedServerDeps): {
  baseUrl(): Promise<string>
  close(): Promise<void>
} {
  let starting: Promise<NotificationServer> | null = null

  async function start(): Promise<NotificationServer> {
    try {
      return await serve(usualPort)
    } catch (error) {
      if (!(error instanceof ListenError)) throw error
      return await serve(0)
    }
  }

  async function serve(port: number): Promise<NotificationServer> {
    const workerFile = join(packageRoot, 'out', 'main', 'server-store-worker.js')
    const store = await openEmbeddedStore({ dataDir, workerFile, clock, note })
    return startNotificationServer({
      ...{ bind: '127.0.0.1', port, demo: true },
      ...{ store, clock, random: Math.random },
    })
  }

  return {
    async baseUrl() {
      starting ??= start()
      try {
        return (await starting).url
      } catch (error) {
        starting = null
        throw error
      }
    },
    async close() {
      const server = await starting?.catch(() => null)
      await server?.close()
    },
  }
}
