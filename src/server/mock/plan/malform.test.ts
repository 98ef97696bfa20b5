import { expect, test } from 'vitest'
import { maxServerFrameBytes } from '../../../protocol/limits.ts'
import { parseServerFrame } from '../../../protocol/parse-server-frame.ts'
import { type MalformedKind, malformedKinds } from '../scenario/fault-schemas.ts'
import { createSeededRandom } from '../seeded-random.ts'
import { malform } from './malform.ts'

const text =
  '{"type":"info","title":"T","message":"M","id":"notif_1234","timestamp":"2023-07-25T14:32:15","read":false,"priority":"low"}'
const of = (kind: MalformedKind) => malform(text, kind, createSeededRandom(kind))

test.each<[MalformedKind, string]>([
  ['not-json', 'not JSON'],
  ['array', 'not an object'],
  ['binary', 'binary'],
  ['empty', 'empty'],
])('%s is nothing that a client understands', (kind, reason) => {
  expect(parseServerFrame(of(kind))).toMatchObject({ kind: 'rejected', reason })
})

test('what still is a notification has what its kind says', () => {
  expect(parseServerFrame(of('unknown-type'))).toMatchObject({
    notification: { foreignType: 'critical', title: 'T' },
  })
  expect(parseServerFrame(of('wrong-types'))).toMatchObject({
    notification: { id: null, title: 'Info', message: '', timestamp: null },
  })
  expect(parseServerFrame(of('missing-fields'))).toMatchObject({ notification: { type: 'info', id: null } })
  expect(Buffer.byteLength(of('too-large'))).toBeGreaterThan(maxServerFrameBytes)
  expect(parseServerFrame(of('too-large'))).toMatchObject({ notification: { id: 'notif_1234' } })
})

test.each(['', '1', '"x"', '[1]', '{', '{}'])('of %j each kind makes a frame as well', (recorded) => {
  for (const kind of malformedKinds) expect(() => malform(recorded, kind, () => 0.5)).not.toThrow()
  expect(parseServerFrame(malform(recorded, 'not-json', () => 0.5))).toMatchObject({ reason: 'not JSON' })
})
