/**
 * What a notification server can do: what it says of itself (Desktop Notifications Specification, "GetCapabilities"), and
 * where known servers differ from what they say. All were run: dunst 1.9.0, xfce4-notifyd 0.7.3, lxqt-notificationd 1.2.0,
 * mate-notification-daemon 1.26.0, notification-daemon 3.20.0.
 */

export type ServerFacts = {
  /** How it reads bodies; `either` where it does not say which, `none` where it shows none. */
  readonly body: 'none' | 'text' | 'markup' | 'either'
  readonly hasActions: boolean
  /** It shows a button also for `default`, which stands for a click on the toast. */
  readonly showsDefaultAction: boolean
  /** It keeps notifications until they are dealt with, beyond showing them. */
  readonly hasPersistence: boolean
  readonly hasImagePath: boolean
}

/** Among the buttons, or in the menu of them. */
const showDefaultAction: readonly unknown[] = ['dunst', 'Xfce Notify Daemon', 'lxqt-notificationd']
/** It shows no icon at all where there is the hint. */
const misreadImagePath: readonly unknown[] = ['lxqt-notificationd']

/**
 * @param capabilities the answer to GetCapabilities
 * @param information the answer to GetServerInformation: name, vendor, version, version of the specification
 */
export function readServerFacts(
  capabilities: readonly unknown[],
  information: readonly unknown[],
): ServerFacts {
  const [list] = capabilities
  const [name] = information
  const has = (capability: string): boolean => Array.isArray(list) && list.includes(capability)
  return {
    body: bodyOf(has, name),
    hasActions: has('actions'),
    showsDefaultAction: showDefaultAction.includes(name),
    hasPersistence: has('persistence'),
    hasImagePath: !misreadImagePath.includes(name),
  }
}

function bodyOf(has: (capability: string) => boolean, name: unknown): ServerFacts['body'] {
  if (!has('body')) return 'none'
  if (has('body-markup')) return 'markup'
  // Where its dunstrc does not speak of markup it reads it, and does not say so (`dbus_cb_GetCapabilities`, src/dbus.c).
  return name === 'dunst' ? 'either' : 'text'
}
