/**
 * Whether this desktop has a tray: somebody who shows the icons that programs register (StatusNotifierItem). Stock GNOME
 * has none.
 */
import type { Clock } from '../../clock/clock.ts'
import type { BusConnection } from './bus-connection.ts'
import {
  getNameOwner,
  getProperty,
  matchOwnerOf,
  matchSignalsOf,
  ownerChange,
  variantValue,
} from './bus-methods.ts'
import { keepConnected } from './keep-connected.ts'

export type TrayHostDeps = {
  readonly clock: Clock
  readonly busAddress: string | null
  /** Once it is known, and at each change; never before `watchTrayHost` returns. */
  onChange(hasTray: boolean): void
}

const watcher = 'org.kde.StatusNotifierWatcher'
const watcherPath = '/StatusNotifierWatcher'
const askMs = 5_000

export function watchTrayHost({ clock, busAddress, onChange }: TrayHostDeps): Disposable {
  let told: boolean | null = null
  let bus: BusConnection | null = null
  /** Only the answer to the last question counts. */
  let asked = 0

  function tell(hasTray: boolean): void {
    if (hasTray === told) return
    told = hasTray
    onChange(hasTray)
  }

  function askOwner(): void {
    asked += 1
    const question = asked
    bus?.call(getNameOwner(watcher), askMs, (answer) => {
      const owner = answer.isOk ? answer.body[0] : undefined
      if (question !== asked) return
      if (typeof owner === 'string') askHost(owner)
      else tell(false)
    })
  }

  function askHost(owner: string): void {
    asked += 1
    const question = asked
    const property = getProperty(watcher, 'IsStatusNotifierHostRegistered')
    bus?.call({ ...property, destination: owner, path: watcherPath }, askMs, (answer) => {
      if (question === asked) tell(answer.isOk && variantValue(answer.body[0]) === true)
    })
  }

  return keepConnected({
    clock,
    busAddress,
    onConnected(connected) {
      bus = connected
      for (const call of [matchOwnerOf(watcher), matchSignalsOf(watcher, watcherPath)]) {
        connected.call(call, askMs, () => {})
      }
      askOwner()
    },
    onSignal(signal) {
      // Items come and go on the same path: only hosts matter, and the watcher itself.
      if (signal.member.startsWith('StatusNotifierHost') || ownerChange(signal, watcher) !== null) askOwner()
    },
    onLost() {
      bus = null
      asked += 1
      tell(false)
    },
  })
}
