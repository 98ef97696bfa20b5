import { expect, test } from 'vitest'
import { readRecording } from './read-recording.ts'

const bare = '{"type":"info","title":"T","id":"notif_1234"}'

test('an export of Tocsin and bare frames are read, each frame to the letter', () => {
  const exported = JSON.stringify({
    ...{ receivedAt: '2026-01-01T00:00:01.500Z', source: 'ws://x', readAt: null, pinnedAt: null },
    ...{ acknowledgement: null, frame: '{ "type": "info", "id": "notif_1" }' },
  })
  const text = `\uFEFF${exported}\r\n\n${bare}\n{"time":1500,"frame":{"type":"error","id":"e"}}\n{"frame":"not JSON"}\n`
  expect(readRecording(text)).toEqual({
    ok: true,
    frames: [
      {
        text: '{ "type": "info", "id": "notif_1" }',
        id: 'notif_1',
        atMs: Date.UTC(2026, 0, 1, 0, 0, 1, 500),
      },
      { text: bare, id: 'notif_1234', atMs: null },
      { text: '{"type":"error","id":"e"}', id: 'e', atMs: 1500 },
      { text: 'not JSON', id: null, atMs: null },
    ],
  })
})

test.each([
  ['', 'it holds no frames'],
  ['\n \n', 'it holds no frames'],
  [`${bare}\n\nnot JSON`, 'line 3 is not a JSON object'],
  [`${bare}\n[1]`, 'line 2 is not a JSON object'],
  ['{"frame":7}', 'line 1 has a "frame" that is neither text nor an object'],
  ['{"frame":"{}","receivedAt":"soon"}', 'line 1 has a time that is neither ISO 8601 nor milliseconds'],
])('%j cannot be replayed, and the line is named', (text, problem) => {
  expect(readRecording(text)).toEqual({ ok: false, problem })
})
