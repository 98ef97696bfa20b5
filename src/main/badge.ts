/** The count of unread notifications on the app's own icon, in dock or task bar. */
import type { App, BrowserWindow, NativeImage } from 'electron'
import type { I18n } from '../i18n/create-i18n.ts'

export type Badge = {
  /** Drawn where it is another count than the last. */
  update(unreadCount: number): void
  /** A new window's button in the task bar has none yet. */
  redraw(): void
}

/** What a desktop draws it on. */
export type BadgePlaces = {
  readonly app: Pick<App, 'setBadgeCount'>
  /** Null while none is open. */
  readonly window: Pick<BrowserWindow, 'setOverlayIcon'> | null
  /** A mark, 16 × 16. */
  picture(): NativeImage
  i18n(): I18n
}

export function createBadge(draw: (unreadCount: number) => void): Badge {
  let drawn = 0
  return {
    update(unreadCount) {
      if (unreadCount === drawn) return
      drawn = unreadCount
      draw(drawn)
    },
    redraw() {
      if (drawn !== 0) draw(drawn)
    },
  }
}

/** macOS, and Linux where a dock speaks Unity's LauncherEntry: the desktop draws the number. */
export function drawBadgeCount({ app }: BadgePlaces, unreadCount: number): void {
  app.setBadgeCount(unreadCount)
}

/** Windows: a mark on the window's button in the task bar. */
export function drawOverlayMark({ window, picture, i18n }: BadgePlaces, unreadCount: number): void {
  if (unreadCount === 0) window?.setOverlayIcon(null, '')
  // The words are for people who do not see it.
  else window?.setOverlayIcon(picture(), i18n().t('desktop.badge', { count: unreadCount }))
}
