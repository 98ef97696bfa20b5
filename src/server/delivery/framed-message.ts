/** A stored message as the bytes that go out: in the seed's shape, and with its place for clients that resume. */
import { withPlace } from '../../protocol/resumption.ts'
import type { StoredMessage } from '../store/store.ts'
import { frameText } from './frame-text.ts'

export function frameMessage({ frame, stream, sequence }: StoredMessage, isResuming: boolean): Buffer {
  if (!isResuming) return frameText(frame)
  return frameText(withPlace(frame, { stream: stream === null ? 'all' : 'own', sequence }))
}

/** The bytes of many messages as one, made when first asked for: most clients get the same. */
export function createSharedFrames(messages: readonly StoredMessage[]): (isResuming: boolean) => Buffer {
  const made: { plain?: Buffer; resuming?: Buffer } = {}
  return (isResuming) => {
    const key = isResuming ? 'resuming' : 'plain'
    made[key] ??= Buffer.concat(messages.map((message) => frameMessage(message, isResuming)))
    return made[key]
  }
}
