import type { Translation } from '../catalogue.ts'
import type { welcome as english } from '../en/welcome.ts'

export const welcome: Translation<typeof english> = {
  'welcome.title': '欢迎使用 Tocsin',
  'welcome.step': '第 {step, number} 步，共 {count, number} 步',
  'welcome.back': '上一步',
  'welcome.next': '下一步',
  'welcome.skip': '跳过',
  'welcome.source.title': '您的通知来自哪里？',
  'welcome.source.demo': '内置演示',
  'welcome.source.demo.help':
    'Tocsin 内部的服务器每隔几秒生成一条通知。适合初次了解；任何内容都不会离开此电脑。',
  'welcome.source.own': '我自己的地址',
  'welcome.source.own.help': 'Notification WebSocket 端点的地址，例如 wss://example.com/ws/notify。',
  'welcome.source.address': '地址',
  'welcome.source.test': '测试地址',
  'welcome.source.testing': '正在测试，最多 30 秒…',
  'welcome.source.cancel': '取消',
  'welcome.source.good': '该地址可用：Tocsin 已连接并收到消息。',
  'welcome.source.quiet': '该地址有响应，但尚未收到任何内容。可以使用。',
  'welcome.source.cancelled': '测试已结束，没有更改任何内容。',
  'welcome.source.use-anyway': '仍然使用',
  'welcome.toasts.title': '屏幕上的弹出通知',
  'welcome.toasts.help': '每条新通知也会在屏幕上短暂显示，窗口关闭时也一样。试一试：',
  'welcome.toasts.page': '在浏览器允许后，此页面打开期间，每条新通知也会在屏幕上短暂显示。',
  'welcome.done.title': '一切就绪',
  'welcome.done.read': '将通知标为已读会告知其服务器：服务器会确认这一回执。',
  'welcome.done.keys': '一切都可用键盘操作：按 ? 查看按键。',
  'welcome.done.tray': '关闭此窗口后，Tocsin 会在系统托盘中继续运行。',
  'welcome.done.page': '即使关闭此页面，只要程序在运行，Tocsin 就会继续接收。',
  'welcome.done.start': '显示我的通知',
}
