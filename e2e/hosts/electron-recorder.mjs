/** The main module that Electron runs in tests: notes what tray and toasts show, then runs the app's own. */
import { Notification, Tray } from 'electron'

const recorded = { tray: { imagePath: '', tooltip: '', menu: null }, toasts: [] }
globalThis.recordedDesktop = recorded

const wrap = (prototype, method, note) => {
  const original = prototype[method]
  prototype[method] = function (...args) {
    note.call(this, ...args)
    return original.apply(this, args)
  }
}

wrap(Tray.prototype, 'setImage', (image) => {
  recorded.tray.imagePath = String(image)
})
wrap(Tray.prototype, 'setToolTip', (tooltip) => {
  recorded.tray.tooltip = tooltip
})
wrap(Tray.prototype, 'setContextMenu', (menu) => {
  recorded.tray.menu = menu
})
// A machine that runs tests may show no toasts: the app is to make them all the same.
const isSupported = Notification.isSupported()
Notification.isSupported = () => true
if (!isSupported) Notification.prototype.show = () => {}
wrap(Notification.prototype, 'show', function () {
  // Weakly: keeping it for a click is the app's own task.
  recorded.toasts.push({ title: this.title, body: this.body, isGone: false, toast: new WeakRef(this) })
})
wrap(Notification.prototype, 'close', function () {
  for (const each of recorded.toasts) if (each.toast.deref() === this) each.isGone = true
})

await import('../../out/main/index.js')
