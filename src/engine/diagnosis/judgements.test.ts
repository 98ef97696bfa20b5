/** What is made of facts that are already known: acknowledgements, toasts, the tray, certificates' dates. */
import { describe, expect, it } from 'vitest'
import { speakEnglish } from '../../i18n/speak-english.ts'
import { say } from '../../i18n/wording.ts'
import { inEnglish } from './diagnosis-under-test.ts'
import { howLong } from './how-long.ts'
import { judgeAcknowledgements } from './judge-acknowledgements.ts'
import { judgeFrame, judgeLiveFrame } from './judge-probe.ts'
import { judgeToasts, type ToastFacts } from './judge-toasts.ts'
import { judgeTray } from './judge-tray.ts'

const now = Date.UTC(2026, 0, 1)
const none = {
  ...{ waitingCount: 0, oldestWaitingAt: null },
  ...{ confirmedCount: 0, lastConfirmedAt: null, unconfirmedCount: 0 },
}

describe('acknowledgements', () => {
  it.each([
    [none, true, 'unknown', /^Nothing from this source has been acknowledged yet\. Mark/],
    [{ ...none, waitingCount: 1, oldestWaitingAt: now - 900 }, true, 'unknown', /is under way/],
    [
      { ...none, waitingCount: 1, oldestWaitingAt: now - 900 },
      false,
      'doubtful',
      /^An acknowledgement waits for a connection\. Nothing is lost/,
    ],
    [
      { ...none, waitingCount: 3, oldestWaitingAt: now - 60_000 },
      true,
      'doubtful',
      /^3 .* for 1 minute by now/,
    ],
    [{ ...none, confirmedCount: 1, lastConfirmedAt: now - 7_200_000 }, false, 'good', /one 2 hours ago\.$/],
    [{ ...none, lastConfirmedAt: now, unconfirmedCount: 2 }, true, 'good', /Some others it did not confirm/],
    [{ ...none, unconfirmedCount: 2 }, true, 'doubtful', /^The server has confirmed none of the last/],
    [
      { ...none, waitingCount: 1, oldestWaitingAt: now - 900, lastConfirmedAt: now - 1_000 },
      ...([true, 'good', /one 1 second ago/] as const),
    ],
  ] as const)('%j, connected: %s, are %s', (record, isLive, outcome, sentence) => {
    expect(inEnglish(judgeAcknowledgements(record, isLive, now))).toMatchObject({
      ...{ outcome, text: expect.stringMatching(sentence) },
    })
  })
})

describe('toasts', () => {
  const well: ToastFacts = {
    capabilities: { host: 'desktop', platform: 'linux', toasts: 'native' },
    settings: { toasts: true },
    view: { problem: null },
    doNotDisturb: null,
  }
  const page = { host: 'browser', platform: 'linux', toasts: 'page' } as const
  it.each([
    [well, 'good', /Send a test notification/],
    [{ ...well, view: { problem: 'No service.' }, settings: { toasts: false } }, 'bad', /^No service\.$/],
    [{ ...well, settings: { toasts: false } }, 'doubtful', /^Toasts are switched off/],
    [{ ...well, doNotDisturb: { reason: 'chosen', until: null } }, 'doubtful', /^Do not disturb is on/],
    [{ ...well, doNotDisturb: { reason: 'quiet-hours', until: 1 } }, 'doubtful', /quiet hours/],
    [
      { ...well, doNotDisturb: { reason: 'system', until: null } },
      'doubtful',
      /computer's own do not disturb/,
    ],
    [{ ...well, capabilities: page }, 'unknown', /your browser permits it/],
  ] as const)('of %j are %s', (facts, outcome, sentence) => {
    expect(inEnglish(judgeToasts(facts))).toMatchObject({ outcome, text: expect.stringMatching(sentence) })
  })
})

it.each([
  ['desktop', 'linux', true, 'good', /in the tray/],
  ['desktop', 'linux', false, 'doubtful', /AppIndicator/],
  ['desktop', 'win32', false, 'doubtful', /open the window\.$/],
  ['browser', 'linux', false, 'unknown', /^In a browser there is no tray/],
] as const)('a tray on %s, %s, there: %s, is %s', (host, platform, hasTray, outcome, sentence) => {
  expect(inEnglish(judgeTray({ host, platform, hasTray }))).toMatchObject({
    ...{ outcome, text: expect.stringMatching(sentence) },
  })
})

it('a frame that is understood is well, whatever it is, and its text goes nowhere', () => {
  const frames = [
    '{"type":"system","message":"x"}',
    '{"type":"info","title":"private"}',
    '<html>',
    new Uint8Array(2),
  ]
  expect(frames.map((frame) => judgeFrame({ is: 'frame', frame }))).toMatchObject([
    ...[
      { outcome: 'good', detail: 'system' },
      { outcome: 'good', detail: 'notification' },
    ],
    ...[
      { outcome: 'doubtful', detail: 'not JSON' },
      { outcome: 'doubtful', detail: 'binary' },
    ],
  ])
})

it('a connection in use that has heard nothing yet proves nothing', () => {
  expect(judgeLiveFrame(null, now)).toMatchObject({
    outcome: 'unknown',
  })
})

it.each([
  [-5, '0 seconds'],
  [1_999, '1 second'],
  [59_999, '59 seconds'],
  [60_000, '1 minute'],
  [7_200_000, '2 hours'],
  [86_400_000 * 3, '3 days'],
])('%i ms are %s', (ms, words) => {
  expect(say(speakEnglish(), howLong(ms))).toBe(words)
})
