import type { Translation } from '../catalogue.ts'
import type { toasts as english } from '../en/toasts.ts'

export const toasts: Translation<typeof english> = {
  'toasts.allow': '允许弹出通知',
  'toasts.not-now': '以后再说',
  'toasts.permission.ask': '此页面打开期间，Tocsin 可以在屏幕上显示每条新通知。',
  'toasts.permission.not-asked': '尚未询问您的浏览器。',
  'toasts.permission.denied': '浏览器禁止此页面弹出通知。要开启，请点击地址左侧的图标并允许通知。',
  'toasts.permission.unsupported': '此浏览器无法显示。',
  'toasts.outcome.not-allowed': '浏览器不为此页面弹出通知：请允许其通知。',
  'toasts.outcome.not-shown': '浏览器没有显示弹出通知：请查看电脑是否允许其显示通知。',
  'toasts.action.open': '打开',
  'toasts.action.mark-as-read': '标为已读',
}
