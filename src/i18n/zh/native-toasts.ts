import type { Translation } from '../catalogue.ts'
import type { nativeToasts as english } from '../en/native-toasts.ts'

export const nativeToasts: Translation<typeof english> = {
  'native-toasts.macos':
    'macOS 不显示 Tocsin 的通知。请在“系统设置”>“通知”>“Tocsin”中允许。如果列表中没有 Tocsin，则此副本未签名，macOS 不会显示它的任何通知：请安装已签名的版本。',
  'native-toasts.macos.says': '{problem}系统报告：{error}',
  'native-toasts.windows.off': 'Windows 不显示 Tocsin 的通知：通知已关闭。请在“设置”>“系统”>“通知”中打开。',
  'native-toasts.windows.no-service': 'Windows 的通知服务没有响应，因此不显示弹出通知。请重新启动计算机。',
  'native-toasts.windows.unknown':
    'Windows 不允许此 Tocsin 副本显示通知：“开始”菜单中缺少它的条目。请重新启动 Tocsin；如果没有帮助，请重新安装。',
  'native-toasts.windows.failed': 'Windows 没有显示它：{error}',
}
