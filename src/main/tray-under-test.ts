/** What the tray's tests share: a view of the engine, its rows, its phases, a reader of English. */
import { type Mock, vi } from 'vitest'
import type { NotificationRow } from '../contract/notification-row.ts'
import { type Settings, settingNames, settingsTable } from '../contract/settings-table.ts'
import type { ConnectionView } from '../contract/snapshot.ts'
import type { EngineView } from '../engine/engine.ts'
import { english } from '../i18n/i18n-under-test.ts'
import type { TrayActions } from './tray-menu.ts'
import type { Reader } from './tray-times.ts'

/** A Monday, 14:05. */
export const now = Date.UTC(2026, 10, 23, 14, 5)
export const minutes = 60_000

export const reader: Reader = { i18n: english, now, timeZone: 'UTC' }

export const live = { phase: 'live', since: 0, silentSince: null } as const satisfies ConnectionView
export const connecting: ConnectionView = { phase: 'connecting', since: 0, attempt: 0 }
export const disconnected: ConnectionView = { phase: 'disconnected', since: 0, reason: '' }
export const waiting = (retryAt: number): ConnectionView => ({
  ...{ phase: 'waiting', since: 0, retryAt, attempt: 1, reason: 'R' },
})

const settings = Object.fromEntries(
  settingNames.map((name) => [name, settingsTable[name].default]),
) as unknown as Settings // every name with its default

type Given = Partial<EngineView> & { readonly unread?: Partial<Record<'info' | 'error', number>> }

/** Connected, with nothing unread, unless said otherwise. */
export function viewOf({ unread = {}, ...given }: Given = {}): EngineView {
  const counted = (count = 0) => ({ total: 9, unread: count })
  return {
    connection: live,
    source: {
      isEmbedded: false,
      url: 'ws://h/ws/notify/a',
      hasAccessToken: false,
      isOverride: false,
      publishUrl: null,
    },
    counts: {
      ...{ info: counted(unread.info), error: counted(unread.error) },
      ...{ warning: counted(), success: counted() },
    },
    settings,
    doNotDisturb: null,
    toasts: { problem: null },
    newestUnread: [],
    ...given,
  }
}

export const frequencyOf = (frequencySeconds: number): Pick<EngineView, 'settings'> => ({
  settings: { ...settings, frequencySeconds },
})

export const rowOf = (rowId: number, title: string, type: NotificationRow['type'] = 'info') =>
  ({
    ...{ rowId, type, title, message: 'M', isCut: false, foreignType: null, wireId: null, timestamp: null },
    ...{ receivedAt: now, readAt: null, acknowledgement: 'none', pinnedAt: null, priority: null },
    ...{ actionRequired: null, errorCode: null, retryAllowed: null, completionTime: null },
  }) satisfies NotificationRow

/** Each of them a spy. */
export function actionSpies(): { readonly [Name in keyof TrayActions]: Mock<TrayActions[Name]> } {
  return {
    ...{ open: vi.fn(), openNotification: vi.fn(), openSettings: vi.fn() },
    ...{ connect: vi.fn(), disconnect: vi.fn(), retryNow: vi.fn(), markAllAsRead: vi.fn() },
    ...{ setDoNotDisturb: vi.fn(), setFrequency: vi.fn(), quit: vi.fn() },
  } satisfies TrayActions
}
