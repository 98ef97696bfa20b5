/** The seed document's own examples, to the letter, as test vectors. */
import { Check } from 'typebox/value'
import { describe, expect, it } from 'vitest'
import {
  AcknowledgeFrame,
  buildAcknowledgement,
  buildConfiguration,
  ConfigurationFrame,
} from './client-message.ts'
import { NotificationFrame } from './notification.ts'
import { parseServerFrame } from './parse-server-frame.ts'
import { SystemFrame } from './system-frame.ts'
import { confirmationText } from './system-message.ts'

const info = `{
  "type": "info",
  "title": "Info Notification",
  "message": "New update available",
  "id": "notif_1234",
  "timestamp": "2023-07-25T14:32:15.123456",
  "read": false,
  "priority": "medium"
}`
const warning = `{
  "type": "warning",
  "title": "Warning Notification",
  "message": "Your subscription will end soon",
  "id": "notif_5678",
  "timestamp": "2023-07-25T14:40:22.123456",
  "read": false,
  "action_required": true
}`
const error = `{
  "type": "error",
  "title": "Error Notification",
  "message": "Failed to connect to server",
  "id": "notif_9012",
  "timestamp": "2023-07-25T14:45:10.123456",
  "read": false,
  "error_code": 503,
  "retry_allowed": true
}`
const success = `{
  "type": "success",
  "title": "Success Notification",
  "message": "Data synchronization completed",
  "id": "notif_3456",
  "timestamp": "2023-07-25T14:50:05.123456",
  "read": false,
  "completion_time": "3.25s"
}`
const confirmation = `{
  "type": "system",
  "message": "Notification notif_1234 marked as read",
  "timestamp": "2023-07-25T14:33:05.123456"
}`

const nothingExtra = {
  foreignType: null,
  priority: null,
  actionRequired: null,
  errorCode: null,
  retryAllowed: null,
  completionTime: null,
}

describe('the examples of the seed', () => {
  it.each([
    ['info', info],
    ['warning', warning],
    ['error', error],
    ['success', success],
  ])('its %s example keeps to our schema', (_type, frame) => {
    expect(Check(NotificationFrame, JSON.parse(frame))).toBe(true)
  })

  it('reads the info example whole', () => {
    expect(parseServerFrame(info)).toEqual({
      kind: 'notification',
      notification: {
        ...nothingExtra,
        type: 'info',
        title: 'Info Notification',
        message: 'New update available',
        id: 'notif_1234',
        timestamp: '2023-07-25T14:32:15.123456',
        priority: 'medium',
      },
      place: null,
    })
  })

  it.each([
    [warning, { type: 'warning', id: 'notif_5678', actionRequired: true }],
    [error, { type: 'error', id: 'notif_9012', errorCode: 503, retryAllowed: true }],
    [success, { type: 'success', id: 'notif_3456', completionTime: '3.25s' }],
  ])('reads the extra fields of %s', (frame, expected) => {
    const parsed = parseServerFrame(frame)
    expect(parsed.kind === 'notification' && parsed.notification).toMatchObject({
      ...nothingExtra,
      ...expected,
    })
  })

  it('reads the confirmation of an acknowledgement', () => {
    expect(Check(SystemFrame, JSON.parse(confirmation))).toBe(true)
    expect(parseServerFrame(confirmation)).toEqual({
      kind: 'system',
      system: {
        message: 'Notification notif_1234 marked as read',
        timestamp: '2023-07-25T14:33:05.123456',
        confirmedId: 'notif_1234',
        unknownId: null,
      },
      place: null,
    })
    expect(confirmationText('notif_1234')).toBe('Notification notif_1234 marked as read')
  })

  it("builds the client's two messages", () => {
    expect(JSON.parse(buildConfiguration(5.0))).toEqual({ frequency: 5.0 })
    expect(JSON.parse(buildAcknowledgement('notif_1234'))).toEqual({
      action: 'acknowledge',
      id: 'notif_1234',
    })
    expect(Check(ConfigurationFrame, JSON.parse(buildConfiguration(5.0)))).toBe(true)
    expect(Check(AcknowledgeFrame, JSON.parse(buildAcknowledgement('notif_1234')))).toBe(true)
  })
})
