/** Toasts that wait for something: one for each `toastId`, the newest, at most so many. */
import type { Toast } from '../../contract/toast.ts'

export type Request = {
  readonly toast: Toast
  /** It changes what is shown, rather than showing something new. */
  readonly isUpdate: boolean
  /** How many `show` and `update` it stands for: each is owed an outcome. */
  readonly owed: number
}

/** What both ask for: the texts of the later; new if either is. */
export function merged(earlier: Request | null, later: Request): Request {
  if (earlier === null) return later
  return {
    toast: later.toast,
    isUpdate: earlier.isUpdate && later.isUpdate,
    owed: earlier.owed + later.owed,
  }
}

export type WaitingToasts = {
  /** @returns the oldest, where there is no room for it any more */
  add(request: Request): Request | null
  take(toastId: string): Request | null
  takeAll(): readonly Request[]
}

export function createWaitingToasts(limit: number): WaitingToasts {
  const waiting = new Map<string, Request>()

  function take(toastId: string): Request | null {
    const request = waiting.get(toastId) ?? null
    waiting.delete(toastId)
    return request
  }

  return {
    add(request) {
      const { toastId } = request.toast
      waiting.set(toastId, merged(take(toastId), request))
      const [oldest] = waiting.keys()
      return waiting.size > limit && oldest !== undefined ? take(oldest) : null
    },
    take,
    takeAll() {
      const all = [...waiting.values()]
      waiting.clear()
      return all
    },
  }
}
