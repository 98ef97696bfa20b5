/** What the specs of the Windows and macOS toasters share: the stand-in of one platform, and all that the listener is told. */
import { setImmediate } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { createManualClock } from '../../src/clock/manual-clock.ts'
import type { Toast } from '../../src/contract/toast.ts'
import type { Toaster, ToasterListener } from '../../src/engine/toasts/toaster.ts'
import type { PlatformName } from '../../src/host/platform-name.ts'
import type { I18n } from '../../src/i18n/create-i18n.ts'
import { speakEnglish } from '../../src/i18n/speak-english.ts'
import { say, type Wording } from '../../src/i18n/wording.ts'
import type { Asks, ToastLook } from './messages.ts'
import { createElectron } from './process/create-electron.ts'
import { createDesk } from './process/desk.ts'
import type { ElectronSubset } from './process/electron-subset.ts'

export type ToasterParts = {
  readonly Notification: ElectronSubset['Notification']
  readonly listener: ToasterListener
  readonly clock: ReturnType<typeof createManualClock>
  i18n(): I18n
}

export type ToasterUnderTest = {
  readonly toaster: Toaster
  readonly answers: Asks
  readonly clock: ReturnType<typeof createManualClock>
  /** Since it was last asked: outcomes, activations and the like, in words. */
  heard(): readonly string[]
  /** Those that are on the screen. */
  onScreen(): readonly ToastLook[]
  /** The newest of that name, by the number that the asks want. @throws Error when there is none */
  numberOf(id: string): number
  /** Tocsin dies, and is started again. */
  restart(): void
}

const english = speakEnglish()
const said = (wording: Wording | null): string | null => wording && say(english, wording)

/** Until what was shown is on the screen, and its events are told. */
export async function turn(): Promise<void> {
  for (let left = 5; left > 0; left -= 1) await setImmediate()
}

export function setUpToaster(
  platform: PlatformName,
  create: (parts: ToasterParts) => Toaster,
): ToasterUnderTest {
  // The stand-in collects before each click, so that what the toaster does not hold hears none.
  setFlagsFromString('--expose-gc')
  globalThis.gc = runInNewContext('gc') as NodeJS.GCFunction // as the flag promises
  const toasts = new Map<number, ToastLook>()
  const desk = createDesk((report) => {
    if (report.is === 'toast-shown') toasts.set(report.toast.toastId, report.toast)
    if (report.is === 'toast-closed') toasts.delete(report.toastId)
  })
  const { electron, answers } = createElectron(desk, { name: 'tocsin', version: '1.0.0' }, platform)
  desk.becomeReady()
  const clock = createManualClock()
  const heard: string[] = []
  const listener: ToasterListener = {
    outcome: (toastId, reason) => heard.push(`outcome ${toastId}: ${said(reason)}`),
    activated: (toastId, action, token) => heard.push(`activated ${toastId}: ${action} ${token}`),
    dismissed: (toastId) => heard.push(`dismissed ${toastId}`),
    problem: (problem) => heard.push(`problem: ${said(problem)}`),
    systemDoNotDisturb: (isOn) => heard.push(`system do not disturb: ${isOn}`),
  }
  const start = () => create({ Notification: electron.Notification, listener, clock, i18n: () => english })
  let toaster = start()

  return {
    ...{ answers, clock },
    get toaster() {
      return toaster
    },
    heard: () => heard.splice(0),
    onScreen: () => [...toasts.values()],
    numberOf(id) {
      const found = [...toasts.values()].findLast((toast) => toast.id === id)
      if (found === undefined) throw new Error(`${id} is not on the screen.`)
      return found.toastId
    },
    restart() {
      toaster[Symbol.dispose]()
      answers.loseRun(null)
      toaster = start()
    },
  }
}

export const aToast = (changes: Partial<Toast> = {}): Toast => ({
  ...{
    toastId: 'n-7',
    rowIds: [7],
    source: 'ci.example',
    type: 'info',
    title: 'Deployed',
    body: 'Version 2 is live.',
  },
  ...{ isSilent: false, actions: ['open', 'mark-as-read'] },
  ...changes,
})
