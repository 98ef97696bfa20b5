/** The "facts that break naive clients" of spec.md that are about reading frames: 4 to 8. */
import { describe, expect, it } from 'vitest'
import { maxRejectedExcerptLength } from './limits.ts'
import { parseServerFrame } from './parse-server-frame.ts'

const parse = (value: unknown) => parseServerFrame(JSON.stringify(value))

function notificationOf(value: unknown) {
  const parsed = parse(value)
  if (parsed.kind !== 'notification') throw new Error(`Read as ${parsed.kind}`)
  return parsed.notification
}

describe('fact 4: extra fields', () => {
  it('are no error', () => {
    expect(notificationOf({ type: 'info', title: 'T', message: 'M', id: 'a', region: 'eu' }).title).toBe('T')
    expect(parse({ type: 'system', message: 'M', shard: 3 }).kind).toBe('system')
  })

  it('of another type are not taken for its own', () => {
    expect(notificationOf({ type: 'info', title: 'T', error_code: 500 }).errorCode).toBeNull()
  })
})

describe('fact 5: missing fields', () => {
  it('shows the name of the type for a missing or empty title', () => {
    expect(notificationOf({ type: 'warning', message: 'M' }).title).toBe('Warning')
    expect(notificationOf({ type: 'error', title: '' }).title).toBe('Error')
  })

  it('leaves a missing message empty and a missing id null', () => {
    expect(notificationOf({ type: 'success', title: 'T' })).toMatchObject({ message: '', id: null })
    expect(notificationOf({ type: 'success', title: 'T', id: '' }).id).toBeNull()
  })

  it('tolerates type-specific fields that are missing or of a wrong type', () => {
    expect(notificationOf({ type: 'info', title: 'T', priority: 'urgent' }).priority).toBeNull()
    expect(notificationOf({ type: 'warning', title: 'T', action_required: 'yes' }).actionRequired).toBeNull()
    expect(notificationOf({ type: 'error', title: 'T', error_code: '503' }).errorCode).toBeNull()
    expect(notificationOf({ type: 'success', title: 'T', completion_time: 3 }).completionTime).toBeNull()
    expect(notificationOf({ type: 'error' }).errorCode).toBeNull()
    const endless = parseServerFrame('{"type":"error","title":"T","error_code":1e999}')
    expect(endless.kind === 'notification' && endless.notification.errorCode).toBeNull()
  })
})

describe('fact 6: unknown types', () => {
  it('are shown as info, with their own type beside it', () => {
    expect(notificationOf({ type: 'critical', title: 'T' })).toMatchObject({
      type: 'info',
      foreignType: 'critical',
    })
    expect(notificationOf({ type: 'critical', message: 'M' }).title).toBe('Critical')
    expect(notificationOf({ message: 'M' })).toMatchObject({ type: 'info', foreignType: '', title: 'Info' })
  })

  it('are rejected when they say nothing', () => {
    expect(parse({ type: 'ping' })).toEqual({
      kind: 'rejected',
      reason: 'no known message',
      excerpt: '{"type":"ping"}',
    })
    expect(parse({ type: 'constructor' }).kind).toBe('rejected')
  })
})

describe('fact 7: frames that are no message', () => {
  it.each([
    ['not JSON', 'hello', 'not JSON'],
    ['an array', '[]', 'not an object'],
    ['null', 'null', 'not an object'],
    ['a number', '42', 'not an object'],
    ['0 bytes', '', 'empty'],
    ['white space', ' \n', 'empty'],
  ])('%s is rejected', (_name, frame, reason) => {
    expect(parseServerFrame(frame)).toMatchObject({ kind: 'rejected', reason })
  })

  it('binary is rejected even when it holds JSON', () => {
    const bytes = new TextEncoder().encode('{"type":"info","title":"T"}')
    expect(parseServerFrame(bytes)).toMatchObject({ kind: 'rejected', reason: 'binary' })
  })

  it('keeps only the beginning of a large one', () => {
    const parsed = parseServerFrame('x'.repeat(1_000_000))
    expect(parsed.kind === 'rejected' && parsed.excerpt.length).toBe(maxRejectedExcerptLength)
  })
})

describe('fact 8: hostile text', () => {
  it.each([
    '<img src=x onerror=alert(1)>',
    '\u202Egnp.exe',
    '\u0000\u0007',
    'x'.repeat(100_000),
    '\uD800',
    '__proto__',
  ])('is kept as it is (%#)', (title) => {
    expect(notificationOf({ type: 'info', title }).title).toBe(title)
  })

  it('reaches no prototype', () => {
    const parsed = parseServerFrame('{"type":"info","title":"T","__proto__":{"message":"polluted"}}')
    expect(parsed.kind === 'notification' && parsed.notification.message).toBe('')
    expect(({} as Record<string, unknown>)['message']).toBeUndefined()
  })
})

describe('system messages', () => {
  it('are never notifications, even with an id', () => {
    expect(parse({ type: 'system', message: 'M', id: 'notif_1', title: 'T' }).kind).toBe('system')
  })

  it('confirm only by their exact words', () => {
    const confirmed = (message: string) => {
      const parsed = parse({ type: 'system', message })
      return parsed.kind === 'system' ? parsed.system.confirmedId : 'no system message'
    }
    expect(confirmed('Notification notif_1 marked as read')).toBe('notif_1')
    expect(confirmed('Notification a marked as read marked as read')).toBe('a marked as read')
    expect(confirmed('Notification  marked as read')).toBeNull()
    expect(confirmed('Notification notif_1 marked as read.')).toBeNull()
    expect(confirmed('Notification notif_1 not found')).toBeNull()
  })
})
