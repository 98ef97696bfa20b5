/** What specs are written with: the host under test, an app in it, a server that does as it is told, a folder. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, expect } from '@playwright/test'
import { createHost } from './hosts/create-host.ts'
import type { Capability, Host, HostName, RunningApp, StartOptions } from './hosts/host.ts'
import { startToastDesk, type ToastDesk } from './hosts/toast-desk.ts'
import { type ScriptedServer, startScriptedServer } from './servers/scripted-server.ts'
import { TocsinWindow } from './tocsin-window.ts'

type Options = { readonly hostName: HostName }

/** `isFirstRun`: with the first steps, as whoever has never started Tocsin sees it. */
type FirstRun = { readonly isFirstRun?: boolean }

type Fixtures = {
  readonly host: Host
  /** Empty, and gone after the test. */
  readonly dataDir: string
  readonly server: ScriptedServer
  /** The notification service of a Linux desktop; the test is skipped where toasts go another way. */
  readonly desk: ToastDesk
  /** Starts Tocsin on `dataDir` where nothing else is said; stopped after the test. */
  start(options?: Partial<StartOptions> & FirstRun): Promise<StartedApp>
  /** Skips the test, with the reason, where the host cannot do that. */
  needs(capability: Capability): void
}

export type StartedApp = RunningApp & { readonly screen: TocsinWindow }

export const test = base.extend<Fixtures & Options>({
  hostName: ['browser', { option: true }],

  host: async ({ hostName, browser, contextOptions }, use) => {
    await use(createHost(hostName, { browser, contextOptions }))
  },

  // biome-ignore lint/correctness/noEmptyPattern: Playwright finds out what a fixture needs by its pattern.
  dataDir: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'tocsin-e2e-'))
    await use(folder)
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  },

  // biome-ignore lint/correctness/noEmptyPattern: as above.
  server: async ({}, use) => {
    const server = await startScriptedServer()
    await use(server)
    await server.die()
  },

  desk: async ({ needs }, use) => {
    needs('toast-desk')
    const desk = await startToastDesk()
    await use(desk)
    await desk.stop()
  },

  start: async ({ host, dataDir }, use) => {
    const running = new Set<StartedApp>()
    const faults: string[] = []
    await use(async (options) => {
      const { isFirstRun = false, ...wanted } = options ?? {}
      if (!isFirstRun) await skipFirstSteps(wanted.dataDir ?? dataDir)
      const app = await host.start({ dataDir, ...wanted })
      const { stop, kill } = app
      /** A page may complain of what it loses by the end: only what came before counts. */
      const ending = <Outcome>(end: () => Promise<Outcome>) => {
        return async () => {
          running.delete(started)
          faults.push(...app.pageErrors)
          const outcome = await end()
          faults.push(...app.lines.filter((line) => line.startsWith('tocsin: ')))
          return outcome
        }
      }
      const screen = new TocsinWindow(app.window)
      const started = Object.assign(app, { screen, stop: ending(stop), kill: ending(kill) })
      running.add(started)
      return started
    })
    for (const app of running) expect(await app.stop(), 'a clean stop').toBe(0)
    expect(faults, 'what went wrong inside').toEqual([])
  },

  needs: async ({ host }, use, testInfo) => {
    await use((capability) => {
      if (host.capabilities.has(capability)) return
      const reason = `the ${host.name} host has no "${capability}"`
      process.stdout.write(`skipped: ${testInfo.title}: ${reason}\n`)
      testInfo.skip(true, reason)
    })
  },
})

/** As after the first start; a test's own settings, or a folder that cannot be written, are left as they are. */
async function skipFirstSteps(dataDir: string): Promise<void> {
  try {
    await writeFile(join(dataDir, 'config.json'), JSON.stringify({ isWelcomed: true }), { flag: 'wx' })
  } catch {
    // There are settings already, or there can be none.
  }
}
