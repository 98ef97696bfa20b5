/**
 * Toasts on Linux: our own client of the Desktop Notifications Specification. Electron's waits for the notification
 * service on the main loop (electron/electron#48753, #54210), and has neither buttons nor replacing.
 */
import type { Clock } from '../../clock/clock.ts'
import { type ToastAction, toastActions } from '../../contract/toast.ts'
import type { Toaster, ToasterListener } from '../../engine/toasts/toaster.ts'
import type { I18n } from '../../i18n/create-i18n.ts'
import { isSameWording, type Wording, worded } from '../../i18n/wording.ts'
import type { BusAnswer, BusSignal } from './bus-connection.ts'
import { notificationsName } from './bus-methods.ts'
import {
  createNotificationService,
  type NotificationService,
  type ServiceState,
  serviceLimits,
  serviceProblems,
} from './notification-service.ts'
import { notifyArguments, notifySignature, type ToastLook } from './notify-arguments.ts'
import type { ServerFacts } from './server-facts.ts'
import { createShownToasts } from './shown-toasts.ts'
import { createSystemQuiet } from './system-quiet.ts'
import { createWaitingToasts, merged, type Request } from './waiting-toasts.ts'

export type LinuxToasterDeps = ToastLook & {
  readonly clock: Clock
  /** From `findSessionBus`; null where there is no bus. */
  readonly busAddress: string | null
  readonly listener: ToasterListener
  i18n(): I18n
}

/** Wait while the service is looked for or started; of more, the oldest are given up. */
export const waitingLimit = 50
/** A service that has not answered by then is taken to have lost the toast (libdbus waits as long). */
export const notifyLimitMs = 25_000

const reasons = {
  tooMany: worded('linux-toasts.outcome.too-many'),
  withdrawn: worded('linux-toasts.outcome.withdrawn'),
  ended: worded('linux-toasts.outcome.ended'),
  refused: (reason: Wording): Wording => worded('linux-toasts.outcome.refused', { reason }),
  silent: worded('linux-toasts.outcome.silent'),
} as const

/** A toast whose Notify is under way: what is asked for meanwhile waits, since the id is not known yet. */
type UnderWay = { readonly request: Request; next: Request | null; isWithdrawn: boolean }

export function createLinuxToaster(deps: LinuxToasterDeps): Toaster {
  const { clock, busAddress, listener } = deps
  const shown = createShownToasts()
  const waiting = createWaitingToasts(waitingLimit)
  const underWay = new Map<string, UnderWay>()
  const quiet = createSystemQuiet((isOn) => listener.systemDoNotDisturb(isOn))
  let toldProblem: Wording | null = null
  /** Comes just before the click that it belongs to. */
  let token: { readonly id: number; readonly text: string } | null = null

  function tellProblem(problem: Wording | null): void {
    if (isSameWording(problem, toldProblem)) return
    toldProblem = problem
    listener.problem(problem)
  }

  function tell({ toast, owed }: Request, reason: Wording | null): void {
    for (let told = 0; told < owed; told++) listener.outcome(toast.toastId, reason)
  }

  /** Nobody expects an outcome before `show` has returned. */
  function tellLater(request: Request | null, reason: Wording): void {
    if (request !== null) queueMicrotask(() => tell(request, reason))
  }

  function handle(request: Request): void {
    service.lookAgain()
    const { state } = service
    if (state.kind === 'ready') send(request, state.facts)
    else if (state.kind === 'absent') tellLater(request, state.problem)
    else tellLater(waiting.add(request), reasons.tooMany)
  }

  function send(request: Request, facts: ServerFacts): void {
    const { toast, isUpdate } = request
    const before = underWay.get(toast.toastId)
    if (before !== undefined) {
      before.next = merged(before.next, request)
      return
    }
    const entry: UnderWay = { request, next: null, isWithdrawn: false }
    underWay.set(toast.toastId, entry)
    const id = shown.idOf(toast.toastId)
    const body = notifyArguments(deps.i18n(), toast, facts, deps, { id, isQuiet: isUpdate && id !== 0 })
    const call = { interface: notificationsName, member: 'Notify', signature: notifySignature, body }
    service.call(call, notifyLimitMs, (answer) => settle(entry, answer))
  }

  function settle(entry: UnderWay, answer: BusAnswer): void {
    const { request, next, isWithdrawn } = entry
    const { toastId } = request.toast
    underWay.delete(toastId)
    const id = answer.isOk ? answer.body[0] : undefined
    if (typeof id === 'number') shown.add(toastId, id)
    if (isWithdrawn) close(toastId)
    tell(request, answer.isOk ? null : refusal(answer))
    if (answer.isOk) tellProblem(null)
    else if (answer.errorName === 'silent') tellProblem(serviceProblems.silent)
    if (next !== null) handle(next)
  }

  function close(toastId: string): void {
    const id = shown.idOf(toastId)
    // Forgotten at once: its place is not taken by a toast that comes before the server has closed it.
    if (shown.remove(id) === null) return
    const call = { interface: notificationsName, member: 'CloseNotification', signature: 'u', body: [id] }
    service.call(call, serviceLimits.askMs, () => {})
  }

  function withdraw(toastId: string): void {
    tellLater(waiting.take(toastId), reasons.withdrawn)
    const entry = underWay.get(toastId)
    if (entry === undefined) {
      close(toastId)
      return
    }
    tellLater(entry.next, reasons.withdrawn)
    entry.next = null
    entry.isWithdrawn = true
  }

  /** What the service has shown is gone with it, and so is what it was about to show. */
  function forget(): void {
    shown.clear()
    quiet.forget()
    const lost = [...underWay.values()]
    underWay.clear()
    for (const { request, next } of lost) tell(next === null ? request : merged(request, next), reasons.ended)
  }

  function hear(signal: BusSignal): void {
    quiet.heard(signal)
    const { interface: from, member, body } = signal
    const [id, detail] = body
    if (from !== notificationsName || typeof id !== 'number') return
    if (member === 'ActivationToken' && typeof detail === 'string') token = { id, text: detail }
    if (member === 'ActionInvoked') invoked(id, detail)
    if (member === 'NotificationClosed') {
      const removed = shown.remove(id)
      // Servers also close what was clicked, and call it dismissed.
      if (removed?.wasClicked === false && detail === dismissedByUser) listener.dismissed(removed.toastId)
    }
  }

  function invoked(id: number, actionKey: unknown): void {
    const action = actionOf(actionKey)
    const toastId = action === null ? null : shown.clicked(id)
    const text = token?.id === id && token.text !== '' ? token.text : null
    token = null
    if (toastId !== null && action !== null) listener.activated(toastId, action, text)
  }

  function turned(state: ServiceState): void {
    forget()
    if (state.kind === 'searching') return
    tellProblem(state.kind === 'ready' ? null : state.problem)
    if (state.kind === 'ready') quiet.ask(service)
    for (const request of waiting.takeAll()) {
      if (state.kind === 'ready') send(request, state.facts)
      else tell(request, state.problem)
    }
  }

  const service: NotificationService = createNotificationService({
    clock,
    busAddress,
    onState: turned,
    onSignal: hear,
  })

  return {
    show: (toast) => handle({ toast, isUpdate: false, owed: 1 }),
    update: (toast) => handle({ toast, isUpdate: true, owed: 1 }),
    withdraw(toastIds) {
      for (const toastId of toastIds) withdraw(toastId)
    },
    [Symbol.dispose]: () => service[Symbol.dispose](),
  }
}

/** Desktop Notifications Specification, "NotificationClosed". */
const dismissedByUser = 2

function actionOf(key: unknown): ToastAction | null {
  return key === 'default' ? 'open' : (toastActions.find((action) => action === key) ?? null)
}

const refusal = ({ errorName, reason }: Extract<BusAnswer, { readonly isOk: false }>): Wording =>
  errorName === 'silent' ? reasons.silent : reasons.refused(reason)
