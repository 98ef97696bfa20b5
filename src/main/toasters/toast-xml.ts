/**
 * A toast in the XML of Windows. Electron would write the same from its options, but without `launch`: a click on a toast
 * of an earlier run could then not be told from a click on another (electron/electron's windows_toast_notification.cc,
 * `GetToastXml`; that `launch` may hold `type=click&tag=` is from electron/electron#51286).
 */
import type { Toast } from '../../contract/toast.ts'
import type { I18n } from '../../i18n/create-i18n.ts'
import { toActionArguments, toLaunchArguments } from './windows-activation.ts'

/** @param iconPath a file that Windows itself can read: not one inside an archive */
export function toToastXml({ t }: I18n, toast: Toast, iconPath: string): string {
  const { toastId, title, body, actions, isSilent } = toast
  const lines = [title, body].filter((line) => line !== '').map((line) => `<text>${escapeXml(line)}</text>`)
  const buttons = actions.map((action, place) => {
    const args = toActionArguments(toastId, place, action)
    return `<action activationType="foreground" arguments="${escapeXml(args)}" content="${escapeXml(t(`toasts.action.${action}`))}"/>`
  })
  return [
    `<toast launch="${escapeXml(toLaunchArguments(toastId))}">`,
    `<visual><binding template="ToastGeneric">${lines.join('')}`,
    `<image placement="appLogoOverride" hint-crop="none" src="${escapeXml(iconPath)}"/></binding></visual>`,
    buttons.length === 0 ? '' : `<actions>${buttons.join('')}</actions>`,
    isSilent ? '<audio silent="true"/>' : '',
    '</toast>',
  ].join('')
}

/** What XML 1.0 has no way to write, not even escaped (section 2.2): one such character, and no toast is shown. */
const notXml = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu

const entities: Readonly<Record<string, string>> = {
  ...{ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' },
}

export const escapeXml = (text: string): string =>
  text.replace(notXml, '').replace(/[&<>"']/g, (character) => entities[character] ?? character)
