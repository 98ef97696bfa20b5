/** What becomes of a frame: a notification to store, a confirmation to note, or a line in the activity log. */
import type { Clock } from '../clock/clock.ts'
import { worded } from '../i18n/wording.ts'
import {
  type FramePlace,
  parseServerFrame,
  type RejectionReason,
  type ServerFrame,
} from '../protocol/parse-server-frame.ts'
import type { ParsedSystemMessage } from '../protocol/system-message.ts'
import type { LogActivity } from './activity/activity-log.ts'
import type { Arrival } from './history/arrival.ts'
import type { Placed, ResumedLink } from './resumption/resumed-link.ts'

/** Answers to acknowledgements answer no configuration. */
const mayAnswer = ({ confirmedId, unknownId }: ParsedSystemMessage): boolean =>
  confirmedId === null && unknownId === null

const rejections = {
  binary: 'engine-activity.rejected.binary',
  empty: 'engine-activity.rejected.empty',
  'not JSON': 'engine-activity.rejected.not-json',
  'not an object': 'engine-activity.rejected.no-object',
  'no known message': 'engine-activity.rejected.unknown',
} as const satisfies Readonly<Record<RejectionReason, string>>

export type IntakeDeps = {
  readonly clock: Clock
  readonly log: LogActivity
  /** Under which the history files what is being heard. */
  sourceAddress(): string
  /** Over which it is being heard, where that resumes; else null. */
  link(): ResumedLink | null
  store(arrival: Arrival): void
  /** The server does not know that id: no confirmation will come. */
  onUnknownId(wireId: string): void
  /** A frame of any kind is a sign of life; `answers` marks a system message that may be an answer. */
  onHeard(answers: boolean, at: number): void
}

/** @returns takes a frame's text, or its bytes when it was binary; never throws on what a server sends */
export function createIntake(deps: IntakeDeps): (frame: string | Uint8Array) => void {
  return (frame) => {
    const at = deps.clock.now()
    const parsed = parseServerFrame(frame)
    take(parsed, frame, at)
    deps.onHeard(parsed.kind === 'system' && mayAnswer(parsed.system), at)
  }

  function take(parsed: ServerFrame, frame: string | Uint8Array, at: number): void {
    switch (parsed.kind) {
      case 'notification': {
        // Only text frames are ever read as notifications.
        const arrived = { notification: parsed.notification, frame: String(frame), receivedAt: at }
        deps.store({
          ...{ kind: 'notification', sourceAddress: deps.sourceAddress(), arrived },
          ...placed(parsed.place),
        })
        break
      }
      case 'system':
        takeSystemMessage(parsed.system, at)
        takeGap(parsed.place)
        break
      case 'rejected':
        deps.log('rejected', 'warning', worded(rejections[parsed.reason]), parsed.excerpt)
        break
    }
  }

  function takeSystemMessage({ message, confirmedId, unknownId }: ParsedSystemMessage, at: number): void {
    const isAnswer = confirmedId !== null || unknownId !== null
    deps.log(isAnswer ? 'acknowledgement' : 'system', 'info', message.slice(0, 1_000))
    if (unknownId !== null) deps.onUnknownId(unknownId)
    if (confirmedId !== null) {
      deps.store({
        ...{ kind: 'confirmation', sourceAddress: deps.sourceAddress(), wireId: confirmedId, at },
        isShared: deps.link() !== null,
      })
    }
  }

  /** A place means something only where the server has said that it resumes. */
  function placed(place: FramePlace): { placed?: Placed } {
    const link = deps.link()
    return link !== null && place !== null && 'sequence' in place ? { placed: { link, place } } : {}
  }

  function takeGap(place: FramePlace): void {
    const link = deps.link()
    if (link === null || place === null || 'sequence' in place) return
    deps.store({ kind: 'expired', placed: { link, place } })
  }
}
