import type { MenuItemConstructorOptions } from 'electron'
import { describe, expect, it } from 'vitest'
import type { DoNotDisturbView } from '../contract/do-not-disturb.ts'
import { chinese } from '../i18n/i18n-under-test.ts'
import { type TrayActions, trayMenu } from './tray-menu.ts'
import {
  actionSpies,
  connecting,
  disconnected,
  frequencyOf,
  minutes,
  now,
  reader,
  rowOf,
  viewOf,
  waiting,
} from './tray-under-test.ts'

type Items = readonly MenuItemConstructorOptions[]

const menuOf = (view = viewOf(), actions: TrayActions = actionSpies(), countsDown = true): Items =>
  trayMenu(view, actions, { ...reader, countsDown })
const labels = (items: Items): readonly string[] => items.map((item) => item.label ?? '-')
const find = (items: Items, id: string): MenuItemConstructorOptions | undefined =>
  items.find((item) => item.id === id)

function below(items: Items, id: string): Items {
  const submenu = find(items, id)?.submenu
  if (!Array.isArray(submenu)) throw new Error(`"${id}" has no submenu`)
  return submenu
}

function click(items: Items, id: string): void {
  const told = find(items, id)?.click as (() => void) | undefined // our items ignore what Electron passes to a click
  if (told === undefined) throw new Error(`"${id}" cannot be clicked`)
  told()
}

describe("the tray's menu", () => {
  it('reads from top to bottom', () => {
    const view = viewOf({ unread: { info: 2 }, newestUnread: [rowOf(8, 'Second'), rowOf(7, 'First')] })
    expect(labels(menuOf(view))).toEqual([
      ...['Connected to ws://h/ws/notify/a', '2 unread', '-', 'Info: Second', 'Info: First', '-'],
      ...['Open Tocsin', 'Mark all as read', 'Do not disturb', '-'],
      ...['Disconnect', 'Frequency', 'Settings…', '-', 'Quit Tocsin'],
    ])
  })

  it('reads in the language of its reader', () => {
    const view = viewOf({ unread: { info: 2, error: 1 }, newestUnread: [rowOf(8, '磁盘已满', 'error')] })
    const items = trayMenu(view, actionSpies(), { ...reader, i18n: chinese, countsDown: true })
    expect(labels(items)).toEqual([
      ...['已连接：ws://h/ws/notify/a', '3 条未读（1 条错误）', '-', '错误：磁盘已满', '-'],
      ...['打开 Tocsin', '全部标记为已读', '勿扰', '-', '断开', '频率', '设置…', '-', '退出 Tocsin'],
    ])
    expect(labels(below(items, 'do-not-disturb'))).toEqual([
      ...['30 分钟', '1 小时', '到明天 8:00', '直到我将其关闭'],
    ])
    expect(labels(below(items, 'frequency')).slice(0, 2)).toEqual(['每秒', '每 2 秒'])
  })

  it('says what it is connected to, and how many are unread', () => {
    const top = (view = viewOf()) => labels(menuOf(view)).slice(0, 2)
    const embedded = {
      isEmbedded: true,
      url: 'ws://127.0.0.1:1',
      hasAccessToken: false,
      isOverride: false,
      publishUrl: null,
    }
    expect(top(viewOf({ source: embedded }))[0]).toBe('Connected to the built-in server')
    expect(top(viewOf({ connection: disconnected }))).toEqual(['Disconnected', 'Nothing unread'])
    expect(top(viewOf({ unread: { info: 1, error: 2 } }))[1]).toBe('3 unread (2 errors)')
  })

  it('does what its items say', () => {
    const clicks = [
      ...([
        ['open', 'open'],
        ['mark-all-as-read', 'markAllAsRead'],
        ['settings', 'openSettings'],
      ] as const),
      ...([
        ['retry-now', 'retryNow'],
        ['disconnect', 'disconnect'],
        ['quit', 'quit'],
      ] as const),
    ]
    const chosen = actionSpies()
    const items = menuOf(viewOf({ connection: waiting(now + 1) }), chosen)
    for (const [id, action] of clicks) {
      click(items, id)
      // Nothing of what Electron passes to a click, such as the item.
      expect(chosen[action]).toHaveBeenCalledExactlyOnceWith()
    }
    click(menuOf(viewOf({ connection: disconnected }), chosen), 'connect')
    expect(chosen.connect).toHaveBeenCalledExactlyOnceWith()
  })

  it('says that toasts cannot be shown, and opens the window that says why', () => {
    expect(find(menuOf(), 'toast-problem')).toBeUndefined()
    const chosen = actionSpies()
    const items = menuOf(viewOf({ toasts: { problem: 'Nothing shows toasts here.' } }), chosen)
    expect(find(items, 'toast-problem')?.label).toBe('Toasts cannot be shown')
    click(items, 'toast-problem')
    expect(chosen.open).toHaveBeenCalledOnce()
  })

  it('marks all as read where something is unread', () => {
    const isOffered = (info: number) =>
      find(menuOf(viewOf({ unread: { info } })), 'mark-all-as-read')?.enabled
    expect([0, 1].map(isOffered)).toEqual([false, true])
  })
})

describe('the newest unread in the menu', () => {
  it('open at a click', () => {
    const chosen = actionSpies()
    const newestUnread = [rowOf(8, 'Disk full', 'error'), rowOf(7, 'Disk full', 'error')]
    const items = menuOf(viewOf({ newestUnread }), chosen)
    expect(find(items, 'newest-8')?.label).toBe('Error: Disk full')
    click(items, 'newest-7')
    expect(chosen.openNotification).toHaveBeenCalledExactlyOnceWith(7)
  })

  it.each([
    ['Salt & pepper &amp; &&', 'Info: Salt && pepper &&amp; &&&&'],
    ['first\nsecond\tthird\u2028fourth', 'Info: first second third fourth'],
    ['\u202eevil\u2066 \u0007bell', 'Info: evil bell'],
    ['\u200b\u0000', 'Info'],
    [`${'x'.repeat(58)}\u{1f600}\u{1f600}`, `Info: ${'x'.repeat(58)}\ufffd…`],
  ])('are harmless text on one short line: %j', (title, label) => {
    expect(find(menuOf(viewOf({ newestUnread: [rowOf(7, title)] })), 'newest-7')?.label).toBe(label)
  })
})

describe('the connection in the menu', () => {
  it('offers what makes sense now', () => {
    const offers = (view = viewOf()) => labels(menuOf(view)).filter((label) => /onnect$|Retry/.test(label))
    expect(offers()).toEqual(['Disconnect'])
    expect(offers(viewOf({ connection: connecting }))).toEqual(['Disconnect'])
    expect(offers(viewOf({ connection: waiting(now + 1) }))).toEqual(['Retry now', 'Disconnect'])
    expect(offers(viewOf({ connection: disconnected }))).toEqual(['Connect'])
  })

  it('counts down to the next try, or names its time where a menu should not change', () => {
    const view = viewOf({ connection: waiting(now + 11_500) })
    const nextTry = (countsDown: boolean) => find(menuOf(view, actionSpies(), countsDown), 'next-try')
    expect(nextTry(true)).toMatchObject({ label: 'Next try in 12 s', enabled: false })
    expect(nextTry(false)).toMatchObject({ label: 'Next try at 14:05:11', enabled: false })
    expect(find(menuOf(), 'next-try')).toBeUndefined()
  })
})

describe('do not disturb in the menu', () => {
  const itemsFor = (doNotDisturb: DoNotDisturbView, actions = actionSpies()) =>
    below(menuOf(viewOf({ doNotDisturb }), actions), 'do-not-disturb')
  const choices = ['For 30 minutes', 'For 1 hour', 'Until tomorrow, 8:00', 'Until I turn it off']

  it('is offered, each choice by its own name', () => {
    const chosen = actionSpies()
    const items = itemsFor(null, chosen)
    expect(labels(items)).toEqual(choices)
    click(items, 'do-not-disturb-until-tomorrow')
    expect(chosen.setDoNotDisturb).toHaveBeenCalledExactlyOnceWith('until-tomorrow')
  })

  it.each([
    [{ reason: 'chosen', until: now + 25 * minutes }, 'On until 14:30, 25 min left'],
    [{ reason: 'chosen', until: null }, 'On until you turn it off'],
    [{ reason: 'quiet-hours', until: now + 125 * minutes }, 'Quiet hours until 16:10, 2 h 5 min left'],
  ] as const)('says until when, with the time left, and turns it off: %o', (doNotDisturb, words) => {
    const chosen = actionSpies()
    const items = itemsFor(doNotDisturb, chosen)
    expect(labels(items)).toEqual([words, 'Turn off', '-', ...choices])
    expect(items[0]?.enabled).toBe(false)
    click(items, 'do-not-disturb-off')
    expect(chosen.setDoNotDisturb).toHaveBeenCalledExactlyOnceWith('off')
  })

  it("does not offer to turn off the system's own", () => {
    expect(labels(itemsFor({ reason: 'system', until: null }))).toEqual([
      ...['The system’s do not disturb is on', '-', ...choices],
    ])
  })
})

describe('the frequency in the menu', () => {
  it.each([
    [5, [1, 2, 3, 5, 10, 15, 30]],
    [7.5, [1, 2, 3, 5, 7.5, 10, 15, 30]],
  ])('has the current one of %d s among its radio items, checked', (current, expected) => {
    const chosen = actionSpies()
    const items = below(menuOf(viewOf(frequencyOf(current)), chosen), 'frequency')
    expect(items.map((item) => item.id)).toEqual(expected.map((seconds) => `frequency-${seconds}`))
    expect(items.filter((item) => item.checked).map((item) => item.id)).toEqual([`frequency-${current}`])
    expect(items.every((item) => item.type === 'radio')).toBe(true)
    click(items, 'frequency-1')
    expect(chosen.setFrequency).toHaveBeenCalledExactlyOnceWith(1)
  })
})
