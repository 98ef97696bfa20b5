import type { Translation } from '../catalogue.ts'
import type { desktop as english } from '../en/desktop.ts'

export const desktop: Translation<typeof english> = {
  'desktop.closing.message': 'Tocsin 仍在运行',
  'desktop.closing.tray': 'Tocsin 会继续在系统托盘中运行。点击那里的图标可再次打开窗口；其菜单中有“退出”。',
  'desktop.closing.no-tray': 'Tocsin 会在没有窗口的情况下继续运行。再次启动可打开窗口；“设置”中有“退出”。',
  'desktop.closing.keep': '继续运行',
  'desktop.closing.quit': '退出',
  'desktop.export.notifications': '导出通知',
  'desktop.export.settings': '导出设置',
  'desktop.import.notifications': '导入通知',
  'desktop.import.settings': '导入设置',
  'desktop.all-files': '所有文件',
  'desktop.source.ask': '使用 {host} 作为您的来源？',
  'desktop.source.ask.address': '使用此地址作为您的来源？',
  'desktop.source.explain': '之后 Tocsin 会显示该服务器发送的内容，而不是现在显示的内容。',
  'desktop.source.use': '使用此来源',
  'desktop.source.no': '否',
  'desktop.ok': '确定',
  'desktop.shortcut.alone':
    '不使用全局快捷键“{keys}”：否则任何程序都无法再收到这些按键。请加上 Ctrl、Alt 或 Super。',
  'desktop.shortcut.taken': '无法使用全局快捷键 {keys}：另一个程序已占用它。请在设置中选择其他按键。',
  'desktop.shortcut.no-keys': '无法使用全局快捷键“{keys}”：请写成类似 Ctrl+Alt+N 的按键。',
  'desktop.login.switched-off': 'Tocsin 不再随登录启动：已在此计算机自身的设置中关闭。',
  'desktop.login.switched-on': 'Tocsin 会随登录启动：已在此计算机自身的设置中打开。',
  'desktop.login.not-written': '无法更改随登录启动：无法写入 {path} ({cause})。',
  'desktop.login.equals': 'Tocsin 无法在登录时从 {program} 启动：其文件夹名称中含有 =。请将它移到其他位置。',
  'desktop.login.from-source': '只有已安装的应用才能随登录启动：当前程序是从源代码运行的。',
  'desktop.login.macos-consent':
    'macOS 需要先征得您的同意：请打开“系统设置”、“通用”、“登录项”，并在那里打开 Tocsin。',
  'desktop.login.macos-unsigned': 'macOS 没有接受 Tocsin 作为登录项：此副本未签名，或位于“应用程序”之外。',
  'desktop.badge': '{count, plural, other {# 条未读通知}}',
}
