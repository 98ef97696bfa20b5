import type { Translation } from '../catalogue.ts'
import type { linuxToasts as english } from '../en/linux-toasts.ts'

export const linuxToasts: Translation<typeof english> = {
  'linux-toasts.cannot': '无法显示弹出通知：{why}',
  'linux-toasts.none': '此桌面上没有运行通知服务。请安装或启动一个，例如 dunst 或 mako。',
  'linux-toasts.ended': '通知服务已结束。下一条弹出通知会尝试重新启动它。',
  'linux-toasts.silent': '通知服务没有响应。请重新启动它，或注销后重新登录。',
  'linux-toasts.not-started': '无法启动通知服务。请自行启动它，并查看其日志。({reason})',
  'linux-toasts.no-bus':
    '此会话没有 D-Bus 消息总线。请从桌面会话启动 Tocsin，或设置 DBUS_SESSION_BUS_ADDRESS。',
  'linux-toasts.no-socket':
    'DBUS_SESSION_BUS_ADDRESS 没有指定 Unix 套接字（“{address}”）。请更正它，或在没有它的情况下启动 Tocsin。',
  'linux-toasts.bus-unreachable': '无法连接 D-Bus 消息总线。Tocsin 会继续尝试。({reason})',
  'linux-toasts.bus-silent': '消息总线没有响应。',
  'linux-toasts.bus-closed': '消息总线关闭了连接。',
  'linux-toasts.too-late': '它在 {seconds} 秒内没有响应。',
  'linux-toasts.outcome.too-many': '等待通知服务的弹出通知过多。',
  'linux-toasts.outcome.withdrawn': '它在显示之前已被撤回。',
  'linux-toasts.outcome.ended': '通知服务在显示它之前已结束。',
  'linux-toasts.outcome.refused': '通知服务拒绝了它：{reason}',
  'linux-toasts.outcome.silent': '通知服务没有响应。',
}
