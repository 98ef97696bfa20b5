/**
 * The desktop's notification service, whoever provides it: found, started where it can be, followed when it ends and
 * returns. What is asked of it goes to the unique name of its owner, so that no call starts a program behind our back,
 * and only that owner's signals count: any program on the bus can send signals that look alike.
 */
import type { Clock } from '../../clock/clock.ts'
import { type Wording, worded } from '../../i18n/wording.ts'
import type { BusAnswer, BusCall, BusConnection, BusSignal } from './bus-connection.ts'
import {
  getNameOwner,
  listActivatableNames,
  matchOwnerOf,
  matchSignalsOf,
  nameHasOwner,
  notificationsName,
  ownerChange,
  startServiceByName,
} from './bus-methods.ts'
import { keepConnected } from './keep-connected.ts'
import { readServerFacts, type ServerFacts } from './server-facts.ts'

const notificationsPath = '/org/freedesktop/Notifications'

export const serviceLimits = {
  /** For the bus itself, and for what a service answers without showing anything. */
  askMs: 5_000,
  startMs: 10_000,
  /** A service that could not be found is not looked for more often than this. */
  lookAgainMs: 30_000,
} as const

export type ServiceState =
  | { readonly kind: 'searching' }
  | { readonly kind: 'ready'; readonly facts: ServerFacts }
  | { readonly kind: 'absent'; readonly problem: Wording }

export type NotificationServiceDeps = {
  readonly clock: Clock
  readonly busAddress: string | null
  /** Also at each new owner: what an earlier one has shown is void. Never before this returns. */
  onState(state: ServiceState): void
  /** Of the service's owner, and of nobody else. */
  onSignal(signal: BusSignal): void
}

export type ServiceCall = Omit<BusCall, 'destination' | 'path'>

export type NotificationService = Disposable & {
  readonly state: ServiceState
  /**
   * While it is ready; otherwise nothing happens. There is no answer where the service or the bus ends before it came:
   * `onState` tells of that.
   */
  call(call: ServiceCall, limitMs: number, onAnswer: (answer: BusAnswer) => void): void
  /** Something is to be shown: an absent service is looked for, unless that was done a moment ago. */
  lookAgain(): void
}

const cannot = (why: Wording): Wording => worded('linux-toasts.cannot', { why })
export const serviceProblems = {
  none: cannot(worded('linux-toasts.none')),
  ended: cannot(worded('linux-toasts.ended')),
  silent: cannot(worded('linux-toasts.silent')),
  notStarted: (reason: Wording): Wording => cannot(worded('linux-toasts.not-started', { reason })),
} as const

export function createNotificationService(deps: NotificationServiceDeps): NotificationService {
  const { clock, busAddress, onState, onSignal } = deps
  let state: ServiceState = { kind: 'searching' }
  let bus: BusConnection | null = null
  let owner: string | null = null
  let lookedAt = Number.NEGATIVE_INFINITY
  /** Answers to what was asked before the last change of bus or owner are not heard. */
  let round = 0

  function become(next: ServiceState): void {
    state = next
    onState(next)
  }

  function beAbsent(problem: Wording): void {
    round += 1
    owner = null
    become({ kind: 'absent', problem })
  }

  function ask(call: BusCall, limitMs: number, onAnswer: (answer: BusAnswer) => void): void {
    const asked = round
    bus?.call(call, limitMs, (answer) => {
      const isLost = !answer.isOk && answer.errorName === 'lost'
      if (asked === round && !isLost) onAnswer(answer)
    })
  }

  function look(): void {
    round += 1
    lookedAt = clock.monotonicNow()
    become({ kind: 'searching' })
    ask(nameHasOwner(notificationsName), serviceLimits.askMs, (answer) => {
      if (answer.isOk && answer.body[0] === true) askOwner()
      else lookForOneToStart()
    })
  }

  function askOwner(): void {
    ask(getNameOwner(notificationsName), serviceLimits.askMs, (answer) => {
      const name = answer.isOk ? answer.body[0] : undefined
      if (typeof name === 'string') greet(name)
      else beAbsent(serviceProblems.none)
    })
  }

  function lookForOneToStart(): void {
    ask(listActivatableNames(), serviceLimits.askMs, (answer) => {
      const names = answer.isOk ? answer.body[0] : undefined
      if (Array.isArray(names) && names.includes(notificationsName)) start()
      else beAbsent(serviceProblems.none)
    })
  }

  function start(): void {
    // Once it has come, NameOwnerChanged has begun another round already.
    ask(startServiceByName(notificationsName), serviceLimits.startMs, (answer) => {
      if (answer.isOk) askOwner()
      else beAbsent(serviceProblems.notStarted(answer.reason))
    })
  }

  /** What it can do is asked anew of each owner. */
  function greet(name: string): void {
    round += 1
    owner = name
    become({ kind: 'searching' })
    askService(name, 'GetCapabilities', (capabilities) => {
      askService(name, 'GetServerInformation', (information) => {
        become({ kind: 'ready', facts: readServerFacts(capabilities, information) })
      })
    })
  }

  function askService(destination: string, member: string, onBody: (body: readonly unknown[]) => void): void {
    const call = { destination, path: notificationsPath, interface: notificationsName, member }
    ask(call, serviceLimits.askMs, (answer) => {
      if (answer.isOk) onBody(answer.body)
      else beAbsent(serviceProblems.silent)
    })
  }

  const connection = keepConnected({
    clock,
    busAddress,
    onConnected(connected) {
      bus = connected
      for (const call of [
        matchOwnerOf(notificationsName),
        matchSignalsOf(notificationsName, notificationsPath),
      ]) {
        connected.call(call, serviceLimits.askMs, () => {})
      }
      look()
    },
    onLost(reason) {
      bus = null
      beAbsent(cannot(reason))
    },
    onSignal(signal) {
      const newOwner = ownerChange(signal, notificationsName)
      if (newOwner !== null && newOwner !== '') {
        // Our own question may have been quicker.
        if (newOwner !== owner) greet(newOwner)
      } else if (newOwner === '') {
        lookedAt = Number.NEGATIVE_INFINITY
        beAbsent(serviceProblems.ended)
      } else if (signal.sender === owner) onSignal(signal)
    },
  })

  return {
    get state() {
      return state
    },
    call(call, limitMs, onAnswer) {
      if (owner !== null) ask({ ...call, destination: owner, path: notificationsPath }, limitMs, onAnswer)
    },
    lookAgain() {
      const isDue = clock.monotonicNow() - lookedAt >= serviceLimits.lookAgainMs
      if (state.kind === 'absent' && bus !== null && isDue) look()
    },
    [Symbol.dispose]() {
      round += 1
      bus = null
      connection[Symbol.dispose]()
    },
  }
}
