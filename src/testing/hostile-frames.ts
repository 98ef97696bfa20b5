/** Frames that a broken or hostile server might send, fast and without end: the same ones for the same seed. */

const bases: readonly string[] = [
  '{"type":"info","title":"Info Notification","message":"New update available","id":"notif_1234","timestamp":"2023-07-25T14:32:15.123456","read":false,"priority":"medium"}',
  '{"type":"warning","title":"Warning Notification","message":"Your subscription will end soon","id":"notif_5678","timestamp":"2023-07-25T14:40:22.123456","read":false,"action_required":true}',
  '{"type":"error","title":"Error Notification","message":"Failed to connect to server","id":"notif_9012","timestamp":"2023-07-25T14:45:10.123456","read":false,"error_code":503,"retry_allowed":true}',
  '{"type":"success","title":"Success Notification","message":"Data synchronization completed","id":"notif_3456","timestamp":"2023-07-25T14:50:05.123456","read":false,"completion_time":"3.25s"}',
  '{"type":"system","message":"Notification notif_1234 marked as read","timestamp":"2023-07-25T14:33:05.123456"}',
  '{"type":"system","message":"Notification notif_5678 not found","timestamp":"T"}',
  '{"type":"critical","title":"T","nested":{"a":[1,2,{"b":null}]}}',
]
const pieces: readonly string[] = [
  ...[
    '"',
    '\\',
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '\\u0000',
    '\\ud800',
    '\u202E',
    '\u0007',
    '<img src=x>',
    '1e999',
  ],
  ...['null', 'true', '-0', '"type":"system",', '"id":7,', '"__proto__":{"id":"x"},', '日本', '😀', '\n', ''],
]

/** @returns makes the next frame: text, or bytes for a binary one; each under 200 kB */
export function createHostileFrames(seed: number): () => string | Uint8Array {
  let state = seed
  /** A whole number under `below`, from a small generator with a seed (mulberry32). */
  const draw = (below: number): number => {
    state = (state + 0x6d2b79f5) | 0
    const mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    const again = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((again ^ (again >>> 14)) >>> 0) / 2 ** 32) * below)
  }
  const pick = (from: readonly string[]): string => from[draw(from.length)] ?? ''
  const noise = (length: number): string =>
    String.fromCharCode(...Array.from({ length }, () => draw(draw(2) === 0 ? 128 : 0xd800)))

  function mutate(text: string): string {
    const at = draw(text.length)
    return text.slice(0, at) + (draw(4) === 0 ? noise(draw(8)) : pick(pieces)) + text.slice(at + draw(6))
  }

  function large(): string {
    if (draw(2) === 0) return '['.repeat(50_000)
    return JSON.stringify({ type: 'info', title: 'x'.repeat(100_000), message: noise(100), id: noise(20) })
  }

  return () => {
    const kind = draw(1_000)
    if (kind === 0) return large()
    if (kind < 50) return Uint8Array.from({ length: draw(300) }, () => draw(256))
    if (kind < 150) return noise(draw(200))
    let frame = pick(bases)
    for (let changes = draw(4); changes > 0; changes--) frame = mutate(frame)
    return frame
  }
}
