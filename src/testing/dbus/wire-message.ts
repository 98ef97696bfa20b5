/** Messages of the D-Bus wire (D-Bus specification, "Message Protocol"), little-endian alone: what our own clients send. */
import { readValues, type WireValue, writeValues } from './wire-values.ts'

export const messageTypes = { call: 1, reply: 2, error: 3, signal: 4 } as const

export type WireMessage = {
  readonly type: number
  readonly flags: number
  readonly serial: number
  readonly path?: string
  readonly interface?: string
  readonly member?: string
  readonly errorName?: string
  readonly replySerial?: number
  readonly destination?: string
  readonly sender?: string
  readonly signature?: string
  /** Not read unless somebody asks: a bus passes it on as it is. */
  readonly body: Buffer
}

const noReplyExpected = 1
export const wantsReply = (message: WireMessage): boolean =>
  message.type === messageTypes.call && (message.flags & noReplyExpected) === 0

const fields = [
  { code: 1, name: 'path', signature: 'o' },
  { code: 2, name: 'interface', signature: 's' },
  { code: 3, name: 'member', signature: 's' },
  { code: 4, name: 'errorName', signature: 's' },
  { code: 5, name: 'replySerial', signature: 'u' },
  { code: 6, name: 'destination', signature: 's' },
  { code: 7, name: 'sender', signature: 's' },
  { code: 8, name: 'signature', signature: 'g' },
] as const

const littleEndian = 'l'.charCodeAt(0)
const fixedLength = 16
const padded = (length: number): number => Math.ceil(length / 8) * 8

export const bodyOf = (message: WireMessage): readonly WireValue[] =>
  readValues(message.signature ?? '', message.body)

export function encodeMessage(message: WireMessage): Buffer {
  const given = fields.flatMap(({ code, name, signature }) => {
    const value = message[name]
    return value === undefined ? [] : [[code, { signature, value }] as const]
  })
  const { type, flags, serial, body } = message
  const header = writeValues('yyyyuua(yv)', [littleEndian, type, flags, 1, body.length, serial, given])
  return Buffer.concat([header, Buffer.alloc(padded(header.length) - header.length), body])
}

/** Takes whole messages from the front of what came. @returns them, and the bytes that are left */
export function takeMessages(bytes: Buffer): {
  readonly messages: readonly WireMessage[]
  readonly rest: Buffer
} {
  const messages: WireMessage[] = []
  let rest = bytes
  for (;;) {
    if (rest.length < fixedLength) return { messages, rest }
    if (rest[0] !== littleEndian) throw new Error('The test bus reads little-endian messages alone.')
    const bodyLength = rest.readUInt32LE(4)
    const bodyStart = padded(fixedLength + rest.readUInt32LE(12))
    if (rest.length < bodyStart + bodyLength) return { messages, rest }
    messages.push(decode(rest.subarray(0, bodyStart), rest.subarray(bodyStart, bodyStart + bodyLength)))
    rest = rest.subarray(bodyStart + bodyLength)
  }
}

function decode(header: Buffer, body: Buffer): WireMessage {
  const [, type, flags, , , serial, pairs] = readValues('yyyyuua(yv)', header)
  const named = (pairs as readonly (readonly [number, { readonly value: WireValue }])[]).flatMap(
    ([code, { value }]) => {
      const field = fields.find((known) => known.code === code)
      return field === undefined ? [] : [[field.name, value] as const]
    },
  )
  // The signature above says what these are.
  return { type, flags, serial, ...Object.fromEntries(named), body: Buffer.from(body) } as WireMessage
}
