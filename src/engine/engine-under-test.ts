/** An engine for tests: real socket, real file, a clock that stands still, toasts that are only noted. */
import { onTestFinished } from 'vitest'
import { createManualClock, type ManualClock } from '../clock/manual-clock.ts'
import type { AnyEvent } from '../contract/events.ts'
import type { SettingName } from '../contract/settings-table.ts'
import type { Change } from '../contract/snapshot.ts'
import type { Toast } from '../contract/toast.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { createEngine } from './create-engine.ts'
import type { ChooseFile, Engine, OpenTarget } from './engine.ts'
import { noDesktop } from './no-desktop.ts'
import type { SecretStore } from './settings/secret-store.ts'
import type { SettingsStore } from './settings/settings.ts'
import type { EmbeddedServer } from './source.ts'
import type { ToasterListener } from './toasts/toaster.ts'

export type EngineUnderTest = {
  readonly engine: Engine
  readonly clock: ManualClock
  readonly dataDir: string
  readonly shown: readonly Toast[]
  /** Those that took another one's place. */
  readonly updated: readonly Toast[]
  /** Their names. */
  readonly withdrawn: readonly string[]
  /** What was asked of the host's window. */
  readonly opened: readonly OpenTarget[]
  /** As a desktop tells of its toasts. */
  readonly desktop: ToasterListener
  readonly events: readonly AnyEvent[]
  /** The changes that were announced, in order. */
  readonly changes: readonly Change[]
  /** Resolves once a change fits, also one announced before. */
  until(fits: (change: Change) => boolean): Promise<Change>
}

export function memorySettings(initial: Readonly<Record<string, unknown>> = {}): SettingsStore {
  const values: Record<string, unknown> = { ...initial }
  return {
    get: (name: SettingName) => values[name],
    set: (change) => void Object.assign(values, change),
  }
}

export type EngineSetup = {
  readonly source: string
  readonly dataDir?: string
  readonly settings?: SettingsStore
  readonly clock?: ManualClock
  readonly embeddedServer?: EmbeddedServer
  readonly sourceOverride?: string
  readonly chooseFile?: ChooseFile
  /** What the desktop says of each toast at once: null when it is shown, a reason, or nothing at all. */
  readonly outcome?: string | null | 'none'
  readonly secrets?: SecretStore
  /** Of the reader, best first. */
  readonly languages?: readonly string[]
}

export function memorySecrets(): SecretStore {
  const tokens = new Map<string, string>()
  return {
    has: (key) => tokens.has(key),
    get: (key) => Promise.resolve(tokens.get(key) ?? null),
    set(key, token) {
      if (token === null) tokens.delete(key)
      else tokens.set(key, token)
      return Promise.resolve(null)
    },
  }
}

/** Nobody chooses. */
const noFile: ChooseFile = { forExport: () => Promise.resolve(null), forImport: () => Promise.resolve(null) }

export function startEngine({ source, ...setup }: EngineSetup): EngineUnderTest {
  const clock = setup.clock ?? createManualClock()
  const dataDir = setup.dataDir ?? temporaryFolder()
  const shown: Toast[] = []
  const updated: Toast[] = []
  const withdrawn: string[] = []
  const opened: OpenTarget[] = []
  const { outcome = null } = setup
  let desktop: ToasterListener | null = null
  const events: AnyEvent[] = []
  const waiting = new Set<() => void>()
  const engine = createEngine({
    clock,
    random: () => 0.5,
    dataDir,
    settingsStore: setup.settings ?? memorySettings({ source, clientId: 'alice' }),
    createToaster(listener) {
      desktop = listener
      const take = (toasts: Toast[]) => (toast: Toast) => {
        toasts.push(toast)
        if (outcome !== 'none') listener.outcome(toast.toastId, outcome)
      }
      return {
        ...{ show: take(shown), update: take(updated) },
        withdraw: (toastIds) => withdrawn.push(...toastIds),
        [Symbol.dispose]() {},
      }
    },
    hostActions: { open: (target) => opened.push(target), quit: null },
    capabilities: noDesktop.capabilities,
    preferredLanguages: () => setup.languages ?? [],
    backgroundFile: new URL('./background/worker.ts', import.meta.url),
    secrets: setup.secrets ?? memorySecrets(),
    chooseFile: setup.chooseFile ?? noFile,
    embeddedServer:
      setup.embeddedServer ?? (() => Promise.reject(new Error('There is no built-in server here.'))),
    sourceOverride: setup.sourceOverride ?? null,
    notices: [],
  })
  let isOpen = true
  const { close } = engine
  let lostCount = 0
  const closeOnce = (): { readonly lostCount: number } => {
    if (isOpen) lostCount = close().lostCount
    isOpen = false
    return { lostCount }
  }
  onTestFinished(() => void closeOnce())
  engine.subscribe((event) => {
    events.push(event)
    for (const look of waiting) look()
  })
  const changes = (): Change[] =>
    events.flatMap((event) => (event.name === 'stateChanged' ? event.data.changes : []))

  return {
    ...{
      engine: {
        ...engine,
        close: closeOnce,
        get view() {
          return engine.view
        },
      },
      clock,
      dataDir,
      shown,
      updated,
      withdrawn,
      opened,
      events,
      get desktop() {
        if (desktop === null) throw new Error('The engine has made no toaster.')
        return desktop
      },
    },
    get changes() {
      return changes()
    },
    until: (fits) =>
      new Promise((resolve) => {
        const look = (): void => {
          const found = changes().find(fits)
          if (found === undefined) return
          waiting.delete(look)
          resolve(found)
        }
        waiting.add(look)
        look()
      }),
  }
}
