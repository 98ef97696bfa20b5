/** What becomes of one notification that the mock makes: the scenario and the draw in, steps out. Acts on nothing. */
import type { Random } from '../../../clock/clock.ts'
import { type Fault, malformedKinds } from '../scenario/fault-schemas.ts'
import { drawFrom } from './draw-from.ts'
import { fires, type Moment } from './fires.ts'
import { malform } from './malform.ts'
import { endingStep, type Step } from './step.ts'

export type FramePlan = {
  /** In order: what goes out in its place, then what ends the connection. None: it is dropped. */
  readonly steps: readonly Step[]
  /** How much later than it was made. */
  readonly delayMs: number
  /** How many that are made after it may go first. */
  readonly behind: number
}

const defaultReorderWindow = 3

/**
 * Faults act in the order of the scenario, each on what those before it left.
 * @param text the notification's frame
 * @param moment counts the notifications of this connection
 */
export function planFrame(faults: readonly Fault[], text: string, moment: Moment, random: Random): FramePlan {
  let plan: FramePlan = { steps: [{ is: 'send', frame: text }], delayMs: 0, behind: 0 }
  for (const fault of faults) {
    if (actsOnFrames(fault) && fires(fault, moment, random)) plan = change(plan, fault, text, random)
  }
  return plan
}

/** What ends a connection at a second does so without a notification. */
const actsOnFrames = ({ fault, when }: Fault): boolean =>
  !(fault === 'close' || fault === 'cut' || fault === 'half-open') || when.atSecond === undefined

function change(plan: FramePlan, fault: Fault, text: string, random: Random): FramePlan {
  switch (fault.fault) {
    case 'drop':
      return { ...plan, steps: plan.steps.filter(({ is }) => is !== 'send') }
    case 'duplicate':
      return { ...plan, steps: plan.steps.flatMap((step) => repeat(step, 1 + (fault.copies ?? 1))) }
    case 'malformed': {
      const kinds = fault.kinds ?? malformedKinds
      const kind = kinds[Math.floor(random() * kinds.length)] ?? 'not-json'
      const frame = malform(text, kind, random)
      return { ...plan, steps: plan.steps.map((step) => (step.is === 'send' ? { ...step, frame } : step)) }
    }
    case 'delay':
      return { ...plan, delayMs: plan.delayMs + drawFrom(fault.ms, random) }
    case 'reorder':
      return { ...plan, behind: drawFrom([1, fault.window ?? defaultReorderWindow], random) }
    case 'close':
    case 'cut':
    case 'half-open':
      return { ...plan, steps: [...plan.steps, endingStep(fault)] }
    default:
      return plan
  }
}

const repeat = (step: Step, times: number): readonly Step[] =>
  step.is === 'send' ? Array.from({ length: times }, () => step) : [step]
