/** A toaster on a test bus, and what it told: for the tests of this folder. */
import { setImmediate as nextTurn } from 'node:timers/promises'
import { onTestFinished } from 'vitest'
import type { Clock } from '../../clock/clock.ts'
import { createManualClock } from '../../clock/manual-clock.ts'
import type { Toast, ToastAction } from '../../contract/toast.ts'
import type { Toaster, ToasterListener } from '../../engine/toasts/toaster.ts'
import { english, inEnglish } from '../../i18n/i18n-under-test.ts'
import type { Wording } from '../../i18n/wording.ts'
import {
  type FakeNotificationsSetup,
  notificationsName,
  startFakeNotifications,
} from '../../testing/dbus/fake-notifications.ts'
import { startTestBus, type TestBus } from '../../testing/dbus/test-bus.ts'
import { createLinuxToaster } from './create-linux-toaster.ts'

export type Told =
  | { readonly outcome: string; readonly reason: string | null }
  | { readonly activated: string; readonly action: ToastAction; readonly token: string | null }
  | { readonly dismissed: string }
  | { readonly problem: string | null }
  | { readonly doNotDisturb: boolean }

export function toastOf(toastId: string, over: Partial<Toast> = {}): Toast {
  const texts = { title: `Title of ${toastId}`, body: `Body of ${toastId}` }
  const actions = ['open', 'mark-as-read'] as const
  return {
    toastId,
    rowIds: [1],
    source: 'S',
    type: 'info',
    ...texts,
    isSilent: false,
    actions: [...actions],
    ...over,
  }
}

export type ListeningToaster = {
  readonly toaster: Toaster
  readonly told: readonly Told[]
  /** Shows or updates it. @returns its outcome's reason */
  outcome(ask: (toaster: Toaster) => void, toastId: string): Promise<string | null>
  problem(): string | null
}

const said = (wording: Wording | null): string | null => (wording === null ? null : inEnglish(wording))

export function listen(busAddress: string | null, clock: Clock): ListeningToaster {
  const told: Told[] = []
  const listener: ToasterListener = {
    outcome: (outcome, reason) => void told.push({ outcome, reason: said(reason) }),
    activated: (activated, action, token) => void told.push({ activated, action, token }),
    dismissed: (dismissed) => void told.push({ dismissed }),
    problem: (problem) => void told.push({ problem: said(problem) }),
    systemDoNotDisturb: (doNotDisturb) => void told.push({ doNotDisturb }),
  }
  const toaster = createLinuxToaster({
    i18n: () => english,
    ...{ clock, busAddress, listener, appName: 'Tocsin', desktopEntry: 'tocsin' },
    iconPath: (type) => `/usr/share/tocsin/types/${type}.png`,
  })
  onTestFinished(() => toaster[Symbol.dispose]())
  const outcomes = (toastId: string) =>
    told.flatMap((one) => ('outcome' in one && one.outcome === toastId ? [one] : []))

  return {
    toaster,
    told,
    async outcome(ask, toastId) {
      const before = outcomes(toastId).length
      ask(toaster)
      await until(() => outcomes(toastId).length > before)
      return outcomes(toastId).at(-1)?.reason ?? null
    },
    problem: () => told.flatMap((one) => ('problem' in one ? [one.problem] : [])).at(-1) ?? null,
  }
}

/** Turn by turn, while real sockets carry things: the test's own time limit ends a wait in vain. */
export async function until(isSo: () => boolean): Promise<void> {
  let isOver = false
  onTestFinished(() => {
    isOver = true
  })
  while (!isSo() && !isOver) await nextTurn()
}

export async function testBus(): Promise<TestBus> {
  const bus = await startTestBus()
  onTestFinished(() => bus[Symbol.asyncDispose]())
  return bus
}

/** A toaster that is ready, with the daemon that it found. */
export async function startToaster(setup: FakeNotificationsSetup = {}) {
  const clock = createManualClock()
  const bus = await testBus()
  const daemon = startFakeNotifications(bus.router, setup)
  const listening = listen(bus.address, clock)
  const { toaster, outcome } = listening

  /** What was sent before has been handled, both ways, once this has an outcome. */
  async function settled(): Promise<void> {
    await outcome(() => toaster.show(toastOf('last', { actions: [] })), 'last')
    toaster.withdraw(['last'])
  }

  return { clock, bus, daemon, ...listening, settled, lastNotified: () => daemon.notified.at(-1) }
}

export { notificationsName }
