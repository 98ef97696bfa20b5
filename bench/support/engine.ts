/** An engine for the benchmarks: the machine's clock, no toasts, no keychain, a folder of its own. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { systemClock } from '../../src/clock/system-clock.ts'
import type { Change } from '../../src/contract/snapshot.ts'
import { createEngine } from '../../src/engine/create-engine.ts'
import type { Engine } from '../../src/engine/engine.ts'
import { noDesktop } from '../../src/engine/no-desktop.ts'

export type BenchEngine = { readonly engine: Engine; readonly dataDir: string; close(): void }

/**
 * @param dataDir kept when it is given, removed at the end otherwise
 * @param exportTo where an export goes, for the name that the engine suggests; nowhere by default
 */
export function startEngine(
  source: string,
  dataDir?: string,
  exportTo: (name: string) => string | null = () => null,
): BenchEngine {
  const folder = dataDir ?? mkdtempSync(join(tmpdir(), 'tocsin-bench-'))
  const settings: Record<string, unknown> = {
    ...{ source, clientId: 'a', retentionCount: 0, retentionDays: 0 },
    // Nobody wants ten thousand of them.
    toasts: false,
  }
  const engine = createEngine({
    clock: systemClock,
    random: Math.random,
    dataDir: folder,
    settingsStore: {
      get: (name) => settings[name],
      set: (change) => void Object.assign(settings, change),
    },
    ...noDesktop,
    embeddedServer: () => Promise.reject(new Error('none')),
    sourceOverride: null,
    preferredLanguages: () => ['en'],
    notices: [],
    backgroundFile: new URL('../../src/engine/background/worker.ts', import.meta.url),
    chooseFile: {
      forExport: (name) => Promise.resolve(exportTo(name)),
      forImport: () => Promise.resolve(null),
    },
    secrets: { has: () => false, get: () => Promise.resolve(null), set: () => Promise.resolve(null) },
  })
  return {
    engine,
    dataDir: folder,
    close() {
      engine.close()
      if (dataDir === undefined) rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Calls back for each change that is announced. */
export function onChange({ engine }: BenchEngine, listener: (change: Change) => void): void {
  engine.subscribe((event) => {
    if (event.name !== 'stateChanged') return
    for (const change of event.data.changes) listener(change)
  })
}

/** @returns once so many notifications were announced */
export function announced(bench: BenchEngine, count: number): Promise<void> {
  let left = count
  return new Promise((resolve) => {
    onChange(bench, (change) => {
      if (change.kind !== 'notifications-arrived') return
      left -= change.rows.length
      if (left <= 0) resolve()
    })
  })
}
