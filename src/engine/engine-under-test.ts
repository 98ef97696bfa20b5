/** An engine for tests: real socket, real file, a clock that stands still, toasts that are only noted. */
import { onTestFinished } from 'vitest'
import { createManualClock, type ManualClock } from '../clock/manual-clock.ts'
import type { AnyEvent, Toast } from '../contract/events.ts'
import type { SettingName } from '../contract/settings-table.ts'
import type { Change } from '../contract/snapshot.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { createEngine } from './create-engine.ts'
import type { ChooseFile, Engine } from './engine.ts'
import type { SecretStore } from './settings/secret-store.ts'
import type { SettingsStore } from './settings/settings.ts'
import type { EmbeddedServer } from './source.ts'

export type EngineUnderTest = {
  readonly engine: Engine
  readonly clock: ManualClock
  readonly dataDir: string
  readonly shown: readonly Toast[]
  readonly withdrawn: readonly number[]
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
  /** Why the host shows no toast. */
  readonly notShown?: string
  readonly secrets?: SecretStore
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
  const withdrawn: number[] = []
  const events: AnyEvent[] = []
  const waiting = new Set<() => void>()
  const engine = createEngine({
    clock,
    random: () => 0.5,
    dataDir,
    settingsStore: setup.settings ?? memorySettings({ source, clientId: 'alice' }),
    toaster: {
      show(toast) {
        shown.push(toast)
        return setup.notShown ?? null
      },
      withdraw: (rowIds) => withdrawn.push(...rowIds),
    },
    capabilities: { host: 'browser', version: '0.0.0', hasTray: false, toasts: 'page' },
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
      withdrawn,
      events,
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
