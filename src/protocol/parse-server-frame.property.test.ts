/** Whatever a server sends is read without an exception, into one of three shapes, and nothing is made up. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { maxRejectedExcerptLength } from './limits.ts'
import { isNotificationType, type ParsedNotification, priorities } from './notification-type.ts'
import { parseServerFrame, type ServerFrame } from './parse-server-frame.ts'
import { confirmationText } from './system-message.ts'

const fieldNames = [
  ...['type', 'title', 'message', 'id', 'timestamp', 'read', 'priority', 'action_required', 'error_code'],
  ...['retry_allowed', 'completion_time', '__proto__', 'constructor', 'toString'],
]
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('', 'system', 'info', 'warning', 'error', 'success', '\uD800', '\u0000', '\u202E'),
)
const anyValue = fc.oneof(
  anyText,
  fc.jsonValue(),
  fc.constantFrom(...priorities, true, false, 503, null, '1e999'),
)
/** JSON may hold numbers that no number can: `JSON.stringify` never writes one, others do. */
const toFrame = (fields: unknown): string => JSON.stringify(fields).replaceAll('"1e999"', '1e999')
/** Objects that look like messages: the right names, with anything in them. */
const messageLike = fc.dictionary(fc.oneof(fc.constantFrom(...fieldNames), anyText), anyValue, {
  noNullPrototype: true,
})

const example = {
  ...{ type: 'error', title: 'Error Notification', message: 'Failed to connect to server', id: 'notif_9012' },
  ...{ timestamp: '2023-07-25T14:45:10.123456', read: false, error_code: 503, retry_allowed: true },
}
/** The seed's examples with a few characters replaced, inserted or left out. */
const mutated = fc
  .tuple(
    fc.constantFrom(
      JSON.stringify(example),
      JSON.stringify({ ...example, type: 'info', priority: 'medium' }),
      JSON.stringify({ type: 'system', message: confirmationText('notif_1234'), timestamp: 'T' }),
    ),
    fc.array(
      fc.record({
        at: fc.nat(400),
        without: fc.nat(5),
        insert: fc.oneof(anyText, fc.constantFrom('"', '{', '}', '[', ',', ':', '\\', '\\u', '1e999')),
      }),
      { minLength: 1, maxLength: 5 },
    ),
  )
  .map(([frame, changes]) =>
    changes.reduce((text, { at, without, insert }) => {
      const from = at % (text.length + 1)
      return text.slice(0, from) + insert + text.slice(from + without)
    }, frame),
  )

const isText = (value: unknown): boolean => typeof value === 'string'
const isTextOrNull = (value: unknown): boolean => value === null || isText(value)

function isWellFormed(notification: ParsedNotification): boolean {
  const { type, id, title, message, priority, actionRequired, errorCode, retryAllowed } = notification
  return (
    isNotificationType(type) &&
    (id === null || (isText(id) && id !== '')) &&
    isText(title) &&
    title !== '' &&
    isText(message) &&
    [notification.timestamp, notification.foreignType, notification.completionTime].every(isTextOrNull) &&
    (priority === null || (type === 'info' && priorities.includes(priority))) &&
    (actionRequired === null || (type === 'warning' && typeof actionRequired === 'boolean')) &&
    (errorCode === null || (type === 'error' && Number.isFinite(errorCode))) &&
    (retryAllowed === null || (type === 'error' && typeof retryAllowed === 'boolean'))
  )
}

function expectWellFormed(parsed: ServerFrame): void {
  switch (parsed.kind) {
    case 'notification':
      expect(parsed.notification).toSatisfy(isWellFormed)
      return
    case 'system':
      expect(isText(parsed.system.message) && isTextOrNull(parsed.system.timestamp)).toBe(true)
      expect(parsed.system.confirmedId).not.toBe('')
      return
    case 'rejected':
      expect(parsed.excerpt.length).toBeLessThanOrEqual(maxRejectedExcerptLength)
  }
}

describe('parseServerFrame', () => {
  it('reads any text, any JSON and any mutation of the examples', () => {
    // A number that no number can hold is legal JSON.
    const endless = messageLike.map((message) =>
      toFrame({ ...message, type: 'error', error_code: 'endless' }).replace('"endless"', '1e999'),
    )
    const anyFrame = fc.oneof(anyText, fc.json(), messageLike.map(toFrame), mutated, endless)
    fc.assert(
      fc.property(anyFrame, (frame) => expectWellFormed(parseServerFrame(frame))),
      { numRuns: 3_000 },
    )
  })

  it('rejects any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2_000 }), (bytes) => {
        const parsed = parseServerFrame(bytes)
        expect(parsed).toMatchObject({ kind: 'rejected', reason: 'binary' })
        expectWellFormed(parsed)
      }),
    )
  })

  it('takes each field as it is, whatever stands beside it', () => {
    fc.assert(
      fc.property(messageLike, anyText, anyText, (others, title, message) => {
        fc.pre(title !== '')
        const parsed = parseServerFrame(JSON.stringify({ ...others, type: 'warning', title, message }))
        expect(parsed).toMatchObject({
          kind: 'notification',
          notification: { type: 'warning', title, message },
        })
      }),
      { numRuns: 1_000 },
    )
  })

  it('never takes a system message for a notification, and confirms the very id that was named', () => {
    fc.assert(
      fc.property(messageLike, anyText, (others, id) => {
        fc.pre(id !== '')
        const parsed = parseServerFrame(
          JSON.stringify({ ...others, type: 'system', message: confirmationText(id) }),
        )
        expect(parsed).toMatchObject({ kind: 'system', system: { confirmedId: id } })
      }),
      { numRuns: 1_000 },
    )
  })
})
