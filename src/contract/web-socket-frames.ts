/** How the contract travels over a WebSocket, between the browser host and its page. */
import Type, { type Static } from 'typebox'
import { ReplySchema } from './reply.ts'

/** Page to host. `callId` comes back with the reply. */
export const CallFrame = Type.Object(
  { callId: Type.Integer({ minimum: 1 }), command: Type.String(), input: Type.Unknown() },
  { additionalProperties: false },
)
export type CallFrame = Static<typeof CallFrame>

const HostEvent = Type.Object({ event: Type.String(), data: Type.Unknown() })
export type HostEvent = Static<typeof HostEvent>

/** Host to page. */
export const HostFrame = Type.Union([
  Type.Object({ callId: Type.Integer({ minimum: 1 }), reply: ReplySchema }),
  Type.Object({
    /** What happened in a moment, in its order. */
    events: Type.Array(HostEvent, { minItems: 1 }),
  }),
])
export type HostFrame = Static<typeof HostFrame>

/** The path of the contract's WebSocket on the browser host. */
export const contractPath = '/contract'
