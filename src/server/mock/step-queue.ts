/** Lets planned steps happen in their order and at their time: holds back what is late or overtaken. */
import type { Clock } from '../../clock/clock.ts'
import type { FramePlan } from './plan/plan-frame.ts'
import type { Step } from './plan/step.ts'

/** Once disposed nothing happens any more. */
export type StepQueue = Disposable & {
  add(plan: FramePlan): void
  /** Nothing comes that could overtake what is held back. */
  flush(): void
}

/** @param act does a step; it may dispose the queue */
export function createStepQueue({
  clock,
  act,
}: {
  readonly clock: Clock
  readonly act: (step: Step) => void
}): StepQueue {
  let held: { readonly plan: FramePlan; readonly behind: number }[] = []
  const due: { readonly step: Step; readonly atMs: number }[] = []
  let lastDueAtMs = 0
  let timer: Disposable | null = null
  let isOver = false

  /** A frame that is late holds up those after it, as on a slow line. */
  function release({ steps, delayMs }: FramePlan): void {
    if (steps.length === 0) return
    lastDueAtMs = Math.max(clock.monotonicNow() + delayMs, lastDueAtMs)
    due.push(...steps.map((step) => ({ step, atMs: lastDueAtMs })))
    actOnDue()
  }

  function actOnDue(): void {
    while (!isOver) {
      const next = due[0]
      if (next === undefined) return
      const leftMs = next.atMs - clock.monotonicNow()
      if (leftMs > 0) {
        timer ??= clock.setTimer(leftMs, () => {
          timer = null
          actOnDue()
        })
        return
      }
      due.shift()
      act(next.step)
    }
  }

  function releaseHeld(): void {
    const free = held.filter(({ behind }) => behind <= 0)
    held = held.filter(({ behind }) => behind > 0)
    for (const { plan } of free) release(plan)
  }

  return {
    add(plan) {
      held = held.map(({ plan: earlier, behind }) => ({ plan: earlier, behind: behind - 1 }))
      if (plan.behind > 0) held.push({ plan, behind: plan.behind })
      else release(plan)
      releaseHeld()
    },
    flush() {
      held = held.map(({ plan }) => ({ plan, behind: 0 }))
      releaseHeld()
    },
    [Symbol.dispose]() {
      isOver = true
      timer?.[Symbol.dispose]()
    },
  }
}
