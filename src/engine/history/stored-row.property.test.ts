/** Whatever the parser takes for a notification is a row that the contract allows, now and when read back. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { listTextLimits } from '../../contract/list-text-limits.ts'
import { NotificationDetailSchema, NotificationRowSchema } from '../../contract/notification-row.ts'
import { validate } from '../../contract/validate.ts'
import { parseServerFrame } from '../../protocol/parse-server-frame.ts'
import { createFrameShapes } from './frame-shape.ts'
import { newNotificationRow, toNotificationDetail, toNotificationRow } from './stored-row.ts'

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme', maxLength: 3_000, size: 'max' }),
)
const anyValue = fc.oneof(anyText, fc.jsonValue(), fc.constant('1e999'))
const anyFrame = fc
  .record(
    {
      ...{
        type: fc.oneof(fc.constantFrom('info', 'warning', 'error', 'success'), anyValue),
        title: anyValue,
      },
      ...{ message: anyValue, id: anyValue, timestamp: anyValue, priority: anyValue, error_code: anyValue },
      ...{ action_required: anyValue, retry_allowed: anyValue, completion_time: anyValue },
    },
    { requiredKeys: [] },
  )
  // A number that no number can hold is legal JSON.
  .map((fields) => JSON.stringify(fields).replaceAll('"1e999"', '1e999'))

describe('a row', () => {
  it('of any notification keeps to the contract, is cut for lists, and the same when read back', () => {
    const shapes = createFrameShapes([])
    fc.assert(
      fc.property(anyFrame, fc.integer({ min: 1 }), (frame, rowId) => {
        const parsed = parseServerFrame(frame)
        if (parsed.kind !== 'notification') return
        const { notification } = parsed
        const row = newNotificationRow(notification, rowId, 1_700_000_000_000)
        expect(validate(NotificationRowSchema, row)).toMatchObject({ ok: true })
        expect(row.title.length).toBeLessThanOrEqual(listTextLimits.title)
        expect(row.message.length).toBeLessThanOrEqual(listTextLimits.message)
        // What a window gets has been through JSON.
        expect(JSON.parse(JSON.stringify(row))).toEqual(row)

        const { shapeId, values } = shapes.split(frame)
        const stored = {
          ...{ row_id: rowId, type: 0, received_at: row.receivedAt, shape_id: shapeId, frame: values },
          ...{ read_at: null, pinned_at: null, acknowledgement: -2 },
        }
        expect(toNotificationRow(stored, shapes)).toEqual(row)
        const detail = toNotificationDetail(stored, shapes)
        expect(validate(NotificationDetailSchema, detail)).toMatchObject({ ok: true })
        expect(detail).toMatchObject({ title: notification.title, message: notification.message, frame })
      }),
      { numRuns: 1_000 },
    )
  })
})
