/**
 * One connection to a message bus: calls, and the signals that come. The only file that knows the client library, which
 * is loaded when it is first needed. Nothing here waits on the main loop, and nothing throws.
 */
import type { EventEmitter } from 'node:events'
import type { Socket } from 'node:net'
import type { Message, MessageBus, Variant } from '@jellybrick/dbus-next'
import type { Clock } from '../../clock/clock.ts'
import { describeFault } from '../../engine/describe-fault.ts'
import { type Wording, worded } from '../../i18n/wording.ts'

export const busName = 'org.freedesktop.DBus'

export type BusCall = {
  /** The bus itself, or a unique name: an answer counts only when it comes from there. */
  readonly destination: string
  readonly path: string
  readonly interface: string
  readonly member: string
  readonly signature?: string
  /** Variants are `{ signature, value }`. */
  readonly body?: readonly unknown[]
}

export type BusAnswer =
  | { readonly isOk: true; readonly body: readonly unknown[] }
  /**
   * `errorName`: of the D-Bus error that came; or `silent` where nothing came in time, `unsendable` where the library
   * refuses the values, `lost` where the bus has gone, of which `onLost` is told next.
   */
  | { readonly isOk: false; readonly errorName: string; readonly reason: Wording }

export type BusSignal = {
  /** The unique name of whoever sent it: the bus sees to it that it is true. */
  readonly sender: string
  readonly path: string
  readonly interface: string
  readonly member: string
  readonly body: readonly unknown[]
}

export type BusConnection = {
  /** Answers and signals are told in the order in which they came. `onAnswer` is called once, later. */
  call(call: BusCall, limitMs: number, onAnswer: (answer: BusAnswer) => void): void
}

export type BusConnectionDeps = {
  readonly clock: Clock
  /** One that `usableBusAddresses` gave. */
  readonly address: string
  onConnected(bus: BusConnection): void
  onSignal(signal: BusSignal): void
  /** Once, also where it never came to a connection; nothing is told after it. */
  onLost(reason: Wording): void
}

const connectLimitMs = 5_000
const messageTypes = { reply: 2, error: 3, signal: 4 } as const

/** What the library keeps to itself: it passes on no end of the connection (`MessageBus` in its `bus.ts`). */
type Inside = { readonly _connection?: EventEmitter & { readonly stream?: Socket } }
type Library = Pick<typeof import('@jellybrick/dbus-next'), 'Message' | 'Variant' | 'sessionBus'>
type Pending = {
  readonly destination: string
  readonly onAnswer: (answer: BusAnswer) => void
  readonly limit: Disposable
}

/** Disposing closes it, once what was sent is out. */
export function connectToBus(deps: BusConnectionDeps): Disposable {
  const { clock, address, onConnected, onSignal, onLost } = deps
  const pending = new Map<number, Pending>()
  let isOver = false
  let close = (): void => {}
  const limit = clock.setTimer(connectLimitMs, () => lose(worded('linux-toasts.bus-silent')))

  function end(): void {
    isOver = true
    limit[Symbol.dispose]()
    close()
    for (const { limit: one } of pending.values()) one[Symbol.dispose]()
  }

  function lose(reason: Wording): void {
    if (isOver) return
    end()
    for (const { onAnswer } of pending.values()) onAnswer({ isOk: false, errorName: 'lost', reason })
    pending.clear()
    onLost(reason)
  }

  function answer(serial: number, what: BusAnswer): void {
    const one = pending.get(serial)
    pending.delete(serial)
    one?.limit[Symbol.dispose]()
    one?.onAnswer(what)
  }

  function receive(message: Message): void {
    if (isOver) return
    const { type, replySerial = 0, sender, body, errorName } = message
    if (type === messageTypes.signal) onSignal(message)
    // A session bus passes on answers that nobody asked for (dbus-daemon's session.conf).
    if (sender !== pending.get(replySerial)?.destination && sender !== busName) return
    if (type === messageTypes.reply) answer(replySerial, { isOk: true, body })
    const reason = String(body[0] ?? errorName)
    if (type === messageTypes.error) answer(replySerial, { isOk: false, errorName, reason })
  }

  function connected(bus: MessageBus, library: Library): void {
    if (isOver) return
    limit[Symbol.dispose]()
    onConnected({
      call(call, limitMs, onAnswer) {
        if (isOver) return
        const serial = bus.newSerial()
        const tooLate = worded('linux-toasts.too-late', { seconds: limitMs / 1_000 })
        const late = () => answer(serial, { isOk: false, errorName: 'silent', reason: tooLate })
        pending.set(serial, { destination: call.destination, onAnswer, limit: clock.setTimer(limitMs, late) })
        try {
          const body = (call.body ?? []).map((value) => toLibrary(value, library.Variant))
          bus.send(new library.Message({ ...call, body, serial }))
        } catch (error) {
          queueMicrotask(() =>
            answer(serial, { isOk: false, errorName: 'unsendable', reason: describeFault(error) }),
          )
        }
      },
    })
  }

  async function open(): Promise<void> {
    const library = await import('@jellybrick/dbus-next')
    if (isOver) return
    // The other ways to say who we are read files of the home folder, and no session bus asks for them.
    const bus = library.sessionBus({ busAddress: address, authMethods: ['EXTERNAL'] })
    const { _connection: connection } = bus as unknown as Inside // see there
    if (connection === undefined) throw new Error('This version of the D-Bus library is not known to Tocsin.')
    close = () => endSoon(connection)
    // Before the connection stands, each error ends it; later one may be a single message that cannot be read.
    bus.on('error' as 'message', (error: unknown) => {
      if (bus.name === null || connection.stream?.destroyed !== false) lose(describeFault(error))
    })
    connection.once('connect', () => queueMicrotask(() => surviveBrokenMessages(connection.stream)))
    connection.once('connect', () => {
      connection.stream?.once('close', () => lose(worded('linux-toasts.bus-closed')))
    })
    bus.once('connect', () => queueMicrotask(() => connected(bus, library)))
    // In a microtask of its own: what a listener throws is then a fault of ours, and not swallowed by the library.
    bus.on('message', (message) => queueMicrotask(() => receive(message)))
  }

  open().catch((error: unknown) => lose(describeFault(error)))
  return { [Symbol.dispose]: end }
}

/** The library's stream is there a moment after its connection is made. */
function endSoon(connection: { readonly stream?: Socket }): void {
  if (connection.stream !== undefined) connection.stream.destroySoon()
  else setImmediate(() => connection.stream?.destroySoon())
}

/**
 * The library reads messages in a listener of the stream, where what it throws would end the process; and any program on
 * the bus can make it throw, by a message that names a file descriptor it does not send. Each is skipped: the library
 * takes a message off the stream before it reads it.
 */
function surviveBrokenMessages(stream: Socket | undefined): void {
  for (const listener of stream?.listeners('readable') ?? []) {
    const read = listener as () => void // as Node's documentation of the event has it
    stream?.off('readable', read)
    stream?.on('readable', () => {
      for (let before = stream.readableLength; !readAll(read); before = stream.readableLength) {
        // Nothing was taken: it would throw for ever, as at a length that no stream can hold.
        if (stream.readableLength === before) stream.destroy()
        if (stream.destroyed) return
      }
    })
  }
}

function readAll(read: () => void): boolean {
  try {
    read()
    return true
  } catch {
    return false
  }
}

type LibraryVariant = typeof Variant
function toLibrary(value: unknown, ToVariant: LibraryVariant): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  if ('signature' in value && 'value' in value) return new ToVariant(String(value.signature), value.value)
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, toLibrary(inner, ToVariant)]))
}
