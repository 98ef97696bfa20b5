/** What Electron's objects are: emitters whose `on` and `once` return the object itself. */
import { EventEmitter } from 'node:events'

export type Listener = (...args: never[]) => void

/** `Public` is what Electron declares for the object, of which the stand-in has only what the app uses. */
export class EventSource<Public> {
  readonly events = new EventEmitter()

  on(event: string, listener: Listener): Public {
    this.events.on(event, toAnyListener(listener))
    return this.asPublic()
  }

  once(event: string, listener: Listener): Public {
    this.events.once(event, toAnyListener(listener))
    return this.asPublic()
  }

  removeAllListeners(event: string): Public {
    this.events.removeAllListeners(event)
    return this.asPublic()
  }

  private asPublic(): Public {
    return this as unknown as Public // a part stands for the whole: what is missing fails loudly when it is called
  }
}

/** Each event has listeners of its own shape; an emitter knows them as one. */
const toAnyListener = (listener: Listener): ((...args: unknown[]) => void) =>
  listener as (...args: unknown[]) => void

/** The event object that Electron passes to listeners who may prevent something. */
export type PreventableEvent = { preventDefault(): void; readonly defaultPrevented: boolean }

export function createEvent<Details extends object>(details: Details): Details & PreventableEvent {
  let isPrevented = false
  return Object.defineProperty(
    {
      ...details,
      preventDefault() {
        isPrevented = true
      },
      defaultPrevented: false,
    },
    'defaultPrevented',
    { get: () => isPrevented, enumerable: true },
  )
}
