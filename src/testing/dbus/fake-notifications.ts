/**
 * A notification daemon for tests, on the test bus: it records what it is told, and does what a user or a bad day would.
 * Its signals go to the sender of the notification alone, as dunst's do, or to everybody, as Plasma's do.
 */
import type { BusRouter, Member } from './bus-router.ts'
import { bodyOf, messageTypes, type WireMessage } from './wire-message.ts'
import { type Variant, variant, type WireValue } from './wire-values.ts'

export const notificationsName = 'org.freedesktop.Notifications'
const path = '/org/freedesktop/Notifications'
const propertiesInterface = 'org.freedesktop.DBus.Properties'

export type NotifyCall = {
  /** What the daemon answered. */
  readonly id: number
  readonly sender: string
  readonly appName: string
  readonly replacesId: number
  readonly appIcon: string
  readonly summary: string
  readonly body: string
  /** Key, label, key, label … */
  readonly actions: readonly string[]
  readonly hints: Readonly<Record<string, Variant>>
  readonly expireTimeout: number
}

export type FakeNotificationsSetup = {
  readonly capabilities?: readonly string[]
  readonly specVersion?: string
  /** `interface.property`: those it has; the others are an error, as on most daemons. */
  readonly properties?: Readonly<Record<string, boolean>>
  readonly broadcasts?: boolean
}

export const usualCapabilities = ['actions', 'body', 'body-markup', 'icon-static'] as const
export const closeReasons = { expired: 1, dismissed: 2, closed: 3 } as const

export type FakeNotifications = {
  /** Every Notify that came, also those that were not answered. */
  readonly notified: readonly NotifyCall[]
  /** The ids that CloseNotification named, in order. */
  readonly closed: readonly number[]
  /** Every method that was called, in order. */
  readonly calls: readonly string[]
  /** What is on the screen now, the oldest first. */
  readonly shown: readonly NotifyCall[]
  /** A click. It stays on the screen: what daemons do then differs. */
  invoke(id: number, actionKey: string, activationToken?: string): void
  /** A token that no click follows. */
  offerToken(id: number, activationToken: string): void
  dismiss(id: number): void
  expire(id: number): void
  /** Calls are recorded, and answered no more; with `false`, those that wait are answered. */
  hang(isHanging: boolean): void
  /** Notify is answered with this error; null ends it. */
  failWith(error: { readonly name: string; readonly text: string } | null): void
  setProperty(name: string, isOn: boolean): void
  setCapabilities(capabilities: readonly string[]): void
  die(): void
  /** Under a new unique name, with nothing on the screen. */
  return(): void
}

export function startFakeNotifications(
  router: BusRouter,
  setup: FakeNotificationsSetup = {},
): FakeNotifications {
  const { specVersion = '1.2', broadcasts = false } = setup
  const properties = new Map(Object.entries(setup.properties ?? {}))
  const notified: NotifyCall[] = []
  const closed: number[] = []
  const calls: string[] = []
  const shown = new Map<number, NotifyCall>()
  const waiting: (() => void)[] = []
  let capabilities: readonly string[] = setup.capabilities ?? usualCapabilities
  let failure: { readonly name: string; readonly text: string } | null = null
  let isHanging = false
  let lastId = 0
  let self: Member | null = null

  function answer(call: WireMessage, signature: string, ...values: WireValue[]): void {
    const { sender: destination = '', serial: replySerial } = call
    const send = (): void => {
      if (self === null) return
      router.send(self, { type: messageTypes.reply, destination, replySerial, signature, values })
    }
    if (isHanging) waiting.push(send)
    else send()
  }

  function refuse(call: WireMessage, errorName: string, text: string): void {
    const { sender: destination = '', serial: replySerial } = call
    const refusal = { type: messageTypes.error, destination, replySerial, errorName }
    if (self !== null) router.send(self, { ...refusal, signature: 's', values: [text] })
  }

  function signal(to: string | null, member: string, signature: string, ...values: WireValue[]): void {
    const destination = to === null || broadcasts ? {} : { destination: to }
    const message = {
      type: messageTypes.signal,
      path,
      interface: notificationsName,
      member,
      signature,
      values,
    }
    if (self !== null) router.send(self, { ...message, ...destination })
  }

  function notify(call: WireMessage): void {
    // The signature of Notify, which the client sent along.
    const [appName, replacesId, appIcon, summary, body, actions, hints, expireTimeout] = bodyOf(call) as [
      ...[string, number, string, string, string, readonly string[]],
      ...[Readonly<Record<string, Variant>>, number],
    ]
    if (replacesId === 0) lastId += 1
    const texts = { appName, appIcon, summary, body, actions, hints }
    const id = replacesId === 0 ? lastId : replacesId
    const recorded = { id, sender: call.sender ?? '', replacesId, ...texts, expireTimeout }
    notified.push(recorded)
    if (failure !== null) {
      refuse(call, failure.name, failure.text)
      return
    }
    shown.set(id, recorded)
    answer(call, 'u', id)
  }

  function close(id: number, reason: number): void {
    const call = shown.get(id)
    if (call === undefined) return
    shown.delete(id)
    signal(call.sender, 'NotificationClosed', 'uu', id, reason)
  }

  function getProperty(call: WireMessage): void {
    const [owner, name] = bodyOf(call)
    const value = properties.get(`${owner}.${name}`)
    if (value !== undefined) answer(call, 'v', variant('b', value))
    else refuse(call, 'org.freedesktop.DBus.Error.InvalidArgs', `No such property “${name}”`)
  }

  function handle(call: WireMessage): void {
    calls.push(call.member ?? '')
    switch (call.member) {
      case 'GetCapabilities':
        answer(call, 'as', [...capabilities])
        return
      case 'GetServerInformation':
        answer(call, 'ssss', 'fake', 'Tocsin', '1.0', specVersion)
        return
      case 'Notify':
        notify(call)
        return
      case 'CloseNotification': {
        const id = Number(bodyOf(call)[0])
        closed.push(id)
        close(id, closeReasons.closed)
        answer(call, '')
        return
      }
      case 'Get':
        getProperty(call)
        return
      default:
        refuse(call, 'org.freedesktop.DBus.Error.UnknownMethod', `No method ${call.member}`)
    }
  }

  function come(): void {
    if (self !== null) return
    self = router.join((message) => {
      if (message.type === messageTypes.call) handle(message)
    })
    router.claim(self, notificationsName)
  }
  come()

  return {
    notified,
    closed,
    calls,
    get shown() {
      return [...shown.values()]
    },
    invoke(id, actionKey, activationToken) {
      const to = shown.get(id)?.sender ?? null
      if (activationToken !== undefined) signal(to, 'ActivationToken', 'us', id, activationToken)
      signal(to, 'ActionInvoked', 'us', id, actionKey)
    },
    offerToken: (id, token) => signal(shown.get(id)?.sender ?? null, 'ActivationToken', 'us', id, token),
    dismiss: (id) => close(id, closeReasons.dismissed),
    expire: (id) => close(id, closeReasons.expired),
    hang(shouldHang) {
      isHanging = shouldHang
      if (!shouldHang) for (const send of waiting.splice(0)) send()
    },
    failWith(error) {
      failure = error
    },
    setProperty(name, isOn) {
      properties.set(name, isOn)
      const at = name.lastIndexOf('.')
      const changed = { [name.slice(at + 1)]: variant('b', isOn) }
      const values = [name.slice(0, at), changed, []]
      const message = { path, interface: propertiesInterface, member: 'PropertiesChanged', values }
      if (self !== null) router.send(self, { type: messageTypes.signal, ...message, signature: 'sa{sv}as' })
    },
    setCapabilities(now) {
      capabilities = now
    },
    die() {
      if (self !== null) router.leave(self)
      self = null
      shown.clear()
      waiting.length = 0
      isHanging = false
    },
    return: come,
  }
}
