export const nativeToasts = {
  'native-toasts.macos':
    'macOS shows no notifications of Tocsin. Allow them in System Settings > Notifications > Tocsin. Where Tocsin is not in that list, this copy is not signed, and macOS shows none of it: install a signed one.',
  'native-toasts.macos.says': '{problem} It says: {error}',
  'native-toasts.windows.off':
    'Windows shows no notifications of Tocsin: they are switched off. Switch them on in Settings > System > Notifications.',
  'native-toasts.windows.no-service':
    'The notification service of Windows does not answer, so no toasts are shown. Restart the computer.',
  'native-toasts.windows.unknown':
    'Windows does not let this copy of Tocsin show notifications: its entry in the Start menu is missing. Start Tocsin again; if that does not help, install it again.',
  'native-toasts.windows.failed': 'Windows did not show it: {error}',
} as const
