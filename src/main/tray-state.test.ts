import { describe, expect, it } from 'vitest'
import type { DoNotDisturbView } from '../contract/do-not-disturb.ts'
import { chinese, english, german } from '../i18n/i18n-under-test.ts'
import { trayState, trayTooltip } from './tray-state.ts'
import { connecting, disconnected, live, minutes, now, reader, viewOf, waiting } from './tray-under-test.ts'

const quiet: DoNotDisturbView = { reason: 'chosen', until: null }

describe('the picture in the tray', () => {
  it.each([
    ['connected', viewOf()],
    ['unread', viewOf({ unread: { info: 1 } })],
    ['do-not-disturb', viewOf({ doNotDisturb: quiet })],
    ['do-not-disturb-unread', viewOf({ doNotDisturb: quiet, unread: { info: 1 } })],
    ['connecting', viewOf({ connection: connecting, doNotDisturb: quiet, unread: { info: 1 } })],
    ['connecting', viewOf({ connection: waiting(now + 1), doNotDisturb: quiet })],
    ['disconnected', viewOf({ connection: disconnected, doNotDisturb: quiet, unread: { info: 1 } })],
  ] as const)('is "%s": a lost connection first, then do not disturb, then what is unread', (state, view) => {
    expect(trayState(view)).toBe(state)
  })
})

describe("the tray's tooltip", () => {
  const tooltip = (given: Parameters<typeof viewOf>[0]) => trayTooltip(viewOf(given), reader)

  it('says state and counts', () => {
    expect(tooltip({})).toBe('Tocsin: Connected, 0 unread')
    expect(tooltip({ unread: { info: 3 } })).toBe('Tocsin: Connected, 3 unread')
    expect(tooltip({ unread: { info: 2, error: 1 } })).toBe('Tocsin: Connected, 3 unread (1 error)')
    expect(tooltip({ unread: { error: 2 } })).toBe('Tocsin: Connected, 2 unread (2 errors)')
    expect(tooltip({ connection: connecting })).toBe('Tocsin: Connecting, 0 unread')
    expect(tooltip({ connection: disconnected })).toBe('Tocsin: Disconnected, 0 unread')
  })

  it('does not call a silent connection a good one', () => {
    expect(tooltip({ connection: { ...live, silentSince: 1 } })).toBe(
      'Tocsin: Connected, but silent, 0 unread',
    )
  })

  it.each([
    [{ reason: 'chosen', until: now + 25 * minutes }, 'do not disturb until 14:30'],
    [{ reason: 'chosen', until: null }, 'do not disturb'],
    [{ reason: 'quiet-hours', until: Date.UTC(2026, 10, 24, 7) }, 'quiet hours until 7:00 tomorrow'],
    [{ reason: 'system', until: null }, 'the system’s do not disturb is on'],
  ] as const)('says why it is quiet, and until when: %o', (doNotDisturb, words) => {
    expect(tooltip({ doNotDisturb, unread: { info: 2, error: 1 } })).toBe(
      `Tocsin: Connected, 3 unread (1 error), ${words}`,
    )
  })

  it.each([english, german, chinese])('fits into what Windows shows, in %o', (i18n) => {
    const longest = viewOf({
      connection: { ...live, silentSince: 1 },
      unread: { info: 99_999_999, error: 99_999_999 },
      doNotDisturb: { reason: 'system', until: Date.UTC(2026, 11, 30, 14, 30) },
    })
    expect(trayTooltip(longest, { ...reader, i18n }).length).toBeLessThan(128)
  })
})
