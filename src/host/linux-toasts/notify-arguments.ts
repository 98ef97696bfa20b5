/** A toast as the arguments of `Notify` (Desktop Notifications Specification 1.2). Pure. */
import { pathToFileURL } from 'node:url'
import type { Toast } from '../../contract/toast.ts'
import type { I18n } from '../../i18n/create-i18n.ts'
import type { ServerFacts } from './server-facts.ts'

export const notifySignature = 'susssasa{sv}i'

export type ToastLook = {
  /** What people read as the sender. */
  readonly appName: string
  /** The name of our desktop file, without `.desktop`. */
  readonly desktopEntry: string
  /** @returns an absolute path */
  iconPath(type: Toast['type']): string
}

type Replaced = {
  /** Of the notification whose place it takes; 0 for none. */
  readonly id: number
  /** It only changes what is shown, which makes no new sound. */
  readonly isQuiet: boolean
}

/** Low is not used: GNOME shows no banner for it, and which info is worth a toast is the toast policy's matter. */
const urgencies = { info: 1, success: 1, warning: 1, error: 2 } as const satisfies Record<
  Toast['type'],
  number
>

/** Names of the freedesktop Sound Naming Specification. */
const sounds = {
  info: 'message-new-instant',
  success: 'complete',
  warning: 'dialog-warning',
  error: 'dialog-error',
} as const satisfies Record<Toast['type'], string>

const serverDecides = -1

/** The summary is text for every server; the body is what they say that it is. */
const bodies = {
  none: () => '',
  text: (body) => body,
  markup: (body) => body.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
  // Nothing is left that could be markup, and it reads the same as text.
  either: (body) =>
    body
      .replaceAll('<', '‹')
      .replaceAll('>', '›')
      .replaceAll(/&(?=#?\w+;)/g, '＆'),
} as const satisfies Record<ServerFacts['body'], (body: string) => string>

/** @returns the values for `notifySignature` */
export function notifyArguments(
  i18n: I18n,
  toast: Toast,
  facts: ServerFacts,
  look: ToastLook,
  replaced: Replaced,
): readonly unknown[] {
  const { type, title, body } = toast
  const icon = pathToFileURL(look.iconPath(type)).href
  const summary = facts.body !== 'none' || body === '' ? title : `${title}: ${body}`
  return [
    look.appName,
    replaced.id,
    icon,
    summary,
    bodies[facts.body](body),
    actionsOf(i18n, toast, facts),
    {
      urgency: { signature: 'y', value: urgencies[type] },
      'desktop-entry': { signature: 's', value: look.desktopEntry },
      ...(facts.hasImagePath ? { 'image-path': { signature: 's', value: icon } } : {}),
      ...(toast.isSilent || replaced.isQuiet
        ? { 'suppress-sound': { signature: 'b', value: true } }
        : { 'sound-name': { signature: 's', value: sounds[type] } }),
      // It stays in the server's list after a click, until it is read here or removed there.
      ...(facts.hasPersistence ? { resident: { signature: 'b', value: true } } : {}),
    },
    serverDecides,
  ]
}

/** `default` is a click on the toast itself. Where it is shown as a button, it is the one that says *Open*. */
function actionsOf(
  { t }: I18n,
  { actions }: Toast,
  { hasActions, showsDefaultAction }: ServerFacts,
): readonly string[] {
  if (!hasActions) return []
  const buttons = showsDefaultAction ? actions.filter((action) => action !== 'open') : actions
  return [
    'default',
    t('toasts.action.open'),
    ...buttons.flatMap((action) => [action, t(`toasts.action.${action}`)]),
  ]
}
