import { describe, expect, it, vi } from 'vitest'
import { settingsTable } from '../contract/settings-table.ts'
import type { ConnectionView } from '../contract/snapshot.ts'
import type { EngineView } from '../engine/engine.ts'
import { type TrayActions, trayMenu, trayState, trayTooltip } from './tray-menu.ts'

const nothing = { total: 0, unread: 0 }

function viewOf(connection: ConnectionView, unread = 0, frequencySeconds = 5): EngineView {
  const defaults = Object.entries(settingsTable).map(([name, setting]) => [name, setting.default])
  return {
    connection,
    source: { isEmbedded: false, url: 'ws://h/ws/notify/a', hasAccessToken: false },
    counts: { info: nothing, warning: nothing, error: { total: 9, unread }, success: nothing },
    settings: { ...Object.fromEntries(defaults), frequencySeconds },
  }
}

const live: ConnectionView = { phase: 'live', since: 0, silentSince: null }
const waiting: ConnectionView = { phase: 'waiting', since: 0, retryAt: 1, attempt: 1, reason: 'R' }
const disconnected: ConnectionView = { phase: 'disconnected', since: 0, reason: '' }

function actions() {
  return {
    open: vi.fn(),
    connect: vi.fn(),
    disconnect: vi.fn(),
    retryNow: vi.fn(),
    markAllAsRead: vi.fn(),
    setFrequency: vi.fn(),
    quit: vi.fn(),
  } satisfies TrayActions
}

const labels = (view: EngineView) => trayMenu(view, actions()).map((item) => item.label ?? '-')

describe('the tray', () => {
  it('shows state and unread count', () => {
    expect(trayTooltip(viewOf(live, 3))).toBe('Tocsin: Connected, 3 unread')
    expect(labels(viewOf(live, 3)).slice(0, 2)).toEqual(['Connected to ws://h/ws/notify/a', '3 unread'])
    expect(labels(viewOf(disconnected)).slice(0, 2)).toEqual(['Disconnected', 'Nothing unread'])
  })

  it('does not call a silent connection a good one', () => {
    expect(trayTooltip(viewOf({ phase: 'live', since: 0, silentSince: 1 }))).toBe(
      'Tocsin: Connected, but silent, 0 unread',
    )
  })

  it('draws each state', () => {
    const connecting: ConnectionView = { phase: 'connecting', since: 0, attempt: 0 }
    expect(
      [viewOf(live), viewOf(live, 1), viewOf(waiting), viewOf(connecting), viewOf(disconnected, 5)].map(
        trayState,
      ),
    ).toEqual(['connected', 'unread', 'connecting', 'connecting', 'disconnected'])
  })

  it('offers what makes sense now', () => {
    const offers = (view: EngineView) => labels(view).filter((label) => /onnect$|Retry/.test(label))
    expect(offers(viewOf(live))).toEqual(['Disconnect'])
    expect(offers(viewOf(waiting))).toEqual(['Retry now', 'Disconnect'])
    expect(offers(viewOf(disconnected))).toEqual(['Connect'])
    const markAll = (unread: number) =>
      trayMenu(viewOf(live, unread), actions()).find((item) => item.id === 'mark-all-as-read')
    expect([markAll(0)?.enabled, markAll(1)?.enabled]).toEqual([false, true])
  })

  it.each([
    [5, [1, 2, 3, 5, 10, 15, 30]],
    [7.5, [1, 2, 3, 5, 7.5, 10, 15, 30]],
  ])('has the current frequency of %d s among its radio items, checked', (current, expected) => {
    const chosen = actions()
    const submenu = trayMenu(viewOf(live, 0, current), chosen).find(
      (item) => item.id === 'frequency',
    )?.submenu
    if (!Array.isArray(submenu)) throw new Error('The frequency has no submenu')
    expect(submenu.map((item) => item.id)).toEqual(expected.map((seconds) => `frequency-${seconds}`))
    expect(submenu.filter((item) => item.checked).map((item) => item.id)).toEqual([`frequency-${current}`])
    expect(submenu.every((item) => item.type === 'radio')).toBe(true)
    const click = submenu[0]?.click as (() => void) | undefined // our items ignore what Electron passes to a click
    click?.()
    expect(chosen.setFrequency).toHaveBeenCalledExactlyOnceWith(1)
  })
})
