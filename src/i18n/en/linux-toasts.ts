export const linuxToasts = {
  'linux-toasts.cannot': 'Toasts cannot be shown: {why}',
  'linux-toasts.none':
    'no notification service runs on this desktop. Install or start one, such as dunst or mako.',
  'linux-toasts.ended': 'the notification service has ended. The next toast tries to start it again.',
  'linux-toasts.silent': 'the notification service does not answer. Restart it, or log out and in again.',
  'linux-toasts.not-started':
    'the notification service could not be started. Start it yourself, and see its log. ({reason})',
  'linux-toasts.no-bus':
    'this session has no D-Bus message bus. Start Tocsin from a desktop session, or set DBUS_SESSION_BUS_ADDRESS.',
  'linux-toasts.no-socket':
    'DBUS_SESSION_BUS_ADDRESS names no Unix socket (“{address}”). Correct it, or start Tocsin without it.',
  'linux-toasts.bus-unreachable': 'the D-Bus message bus cannot be reached. Tocsin keeps trying. ({reason})',
  'linux-toasts.bus-silent': 'The message bus did not answer.',
  'linux-toasts.bus-closed': 'The message bus has closed the connection.',
  'linux-toasts.too-late': 'It did not answer within {seconds} seconds.',
  'linux-toasts.outcome.too-many': 'Too many toasts were waiting for the notification service.',
  'linux-toasts.outcome.withdrawn': 'It was withdrawn before it could be shown.',
  'linux-toasts.outcome.ended': 'The notification service ended before it had shown it.',
  'linux-toasts.outcome.refused': 'The notification service refused it: {reason}',
  'linux-toasts.outcome.silent': 'The notification service did not answer.',
} as const
