/** What the objects of the stand-in share: the way to the test, and how far the app's life has come. */
import type { Report } from '../messages.ts'

export type Desk = {
  report(report: Report): void
  readonly isReady: boolean
  /** Resolves once the app is ready. */
  readonly ready: Promise<void>
  /** The main module has been evaluated: only now may the app become ready. */
  becomeReady(): void
  nextId(): number
}

export function createDesk(report: (report: Report) => void): Desk {
  const { promise, resolve } = Promise.withResolvers<void>()
  let isReady = false
  let lastId = 0
  return {
    report,
    get isReady() {
      return isReady
    },
    ready: promise,
    becomeReady() {
      isReady = true
      resolve()
    },
    nextId() {
      lastId += 1
      return lastId
    },
  }
}

/** @throws Error as Electron does for what must not be made so early */
export function mustBeReady(desk: Desk, what: string): void {
  if (!desk.isReady) throw new Error(`Cannot create ${what} before app is ready`)
}

/** @throws TypeError as Electron does for an object that is gone */
export function mustNotBeDestroyed(isDestroyed: boolean): void {
  if (isDestroyed) throw new TypeError('Object has been destroyed')
}
