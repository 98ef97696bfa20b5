/** A system message as a frame: its schema, and how a server builds one. Not: what its text means. */
import Type, { type Static } from 'typebox'
import { toWireTimestamp } from './timestamp.ts'

export const SystemFrame = Type.Object({
  type: Type.Literal('system'),
  message: Type.String(),
  timestamp: Type.String(),
})
export type SystemFrame = Static<typeof SystemFrame>

/** Builds a system message; `atMs` is milliseconds since the epoch. */
export function buildSystemMessage(message: string, atMs: number): SystemFrame {
  return { type: 'system', message, timestamp: toWireTimestamp(atMs) }
}
