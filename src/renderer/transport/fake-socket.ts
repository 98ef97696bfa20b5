/** A socket that a test opens, feeds and closes by hand. */
import type { Socket } from './web-socket-transport.ts'

type Listener = (event: { readonly data?: unknown }) => void

export class FakeSocket {
  readonly sent: string[] = []
  readonly #listeners = new Map<string, Listener[]>()
  isClosed = false

  addEventListener(name: string, listener: Listener): void {
    this.#listeners.set(name, [...(this.#listeners.get(name) ?? []), listener])
  }

  send(frame: string): void {
    this.sent.push(frame)
  }

  close(): void {
    this.isClosed = true
  }

  open(): void {
    this.#tell('open', {})
  }

  receive(value: unknown): void {
    this.#tell('message', { data: typeof value === 'string' ? value : JSON.stringify(value) })
  }

  fail(): void {
    this.#tell('close', {})
  }

  /** As the transport takes it: it uses these three members and no others. */
  asSocket(): Socket {
    return this as unknown as Socket // the DOM's overloads of addEventListener cannot be written here
  }

  #tell(name: string, event: { readonly data?: unknown }): void {
    for (const listener of this.#listeners.get(name) ?? []) listener(event)
  }
}
