/**
 * Resumption (ours): how a client says where it was, and how a server numbers what it sends. A client asks with a header
 * on the upgrade; a server that understands answers with the same header, any other ignores it, and a client that does
 * not ask gets the seed's frames to the byte.
 *
 * Streams are numbered, not clients: a client id has its own stream, and there is one for everyone. In each, sequences
 * start at 1 and have no gaps.
 */

/** Request: `new`, or `epoch=E, own=12, all=40`. Response: where this connection begins, in the second form. */
export const resumeHeader = 'Tocsin-Resume'

export type StreamName = 'own' | 'all'

/** The last sequence of each stream that the client has stored; 0 before the first. */
export type Cursor = { readonly own: number; readonly all: number }

/** A cursor means something only within its epoch: the life of one store. */
export type ResumePoint = Cursor & { readonly epoch: string }

const resumePoint = /^epoch=([a-z0-9]{1,64}), *own=(\d{1,15}), *all=(\d{1,15})$/

/** @returns null when it is neither form: then it is as if the header were not there */
export function parseResume(value: string): ResumePoint | 'new' | null {
  const text = value.trim()
  if (text === 'new') return 'new'
  const [, epoch, own, all] = resumePoint.exec(text) ?? []
  if (epoch === undefined) return null
  return { epoch, own: Number(own), all: Number(all) }
}

export const formatResume = ({ epoch, own, all }: ResumePoint): string =>
  `epoch=${epoch}, own=${own}, all=${all}`

/** The extra field's name: in each notification of a stream, and in the system message that announces a gap. */
export const placeField = 'tocsin'

/** Where a notification stands. Frames without one (demo notifications, system messages) move no cursor. */
export type Place = { readonly stream: StreamName; readonly sequence: number }

/** These are gone, both bounds included: they expired before the client came back. The cursor moves to `through`. */
export type Gap = { readonly stream: StreamName; readonly from: number; readonly through: number }

/** @param frame a notification's JSON text: an object that is not empty */
export const withPlace = (frame: string, { stream, sequence }: Place): string =>
  `${frame.slice(0, -1)},"${placeField}":{"stream":"${stream}","sequence":${sequence}}}`

/** @param frame a parsed frame */
export function readPlace(frame: Readonly<Record<string, unknown>>): Place | Gap | null {
  const field = frame[placeField]
  if (typeof field !== 'object' || field === null) return null
  const { stream, sequence, from, through } = field as Readonly<Record<string, unknown>> // Read one by one below.
  if (stream !== 'own' && stream !== 'all') return null
  if (isSequence(sequence)) return { stream, sequence }
  if (isSequence(from) && isSequence(through) && from <= through) return { stream, from, through }
  return null
}

const isSequence = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) > 0
