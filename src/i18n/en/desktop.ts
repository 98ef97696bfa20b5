export const desktop = {
  'desktop.closing.message': 'Tocsin is still running',
  'desktop.closing.tray':
    'Tocsin keeps running in the tray. Click its icon there to open the window again; its menu has Quit.',
  'desktop.closing.no-tray':
    'Tocsin keeps running without a window. Start it again to open it; Settings has Quit.',
  'desktop.closing.keep': 'Keep running',
  'desktop.closing.quit': 'Quit',
  'desktop.export.notifications': 'Export notifications',
  'desktop.export.settings': 'Export settings',
  'desktop.import.notifications': 'Import notifications',
  'desktop.import.settings': 'Import settings',
  'desktop.all-files': 'All files',
  'desktop.source.ask': 'Use {host} as your source?',
  'desktop.source.ask.address': 'Use this address as your source?',
  'desktop.source.explain': 'Tocsin then shows what that server sends, instead of what it shows now.',
  'desktop.source.use': 'Use this source',
  'desktop.source.no': 'No',
  'desktop.ok': 'OK',
  'desktop.shortcut.alone':
    'The global shortcut "{keys}" is not used: no program could be given these keys any more. Add Ctrl, Alt or Super.',
  'desktop.shortcut.taken':
    'The global shortcut {keys} cannot be used: another program has it. Choose other keys in the settings.',
  'desktop.shortcut.no-keys': 'The global shortcut "{keys}" cannot be used: write keys like Ctrl+Alt+N.',
  'desktop.login.switched-off':
    'Tocsin no longer starts when you log in: that was switched off in this computer’s own settings.',
  'desktop.login.switched-on':
    'Tocsin starts when you log in: that was switched on in this computer’s own settings.',
  'desktop.login.not-written':
    'Starting when you log in could not be changed: {path} cannot be written ({cause}).',
  'desktop.login.equals':
    'Tocsin cannot start when you log in from {program}: its folder has a = in its name. Move it elsewhere.',
  'desktop.login.from-source':
    'Only the installed app can start when you log in: this one is run from its source.',
  'desktop.login.macos-consent':
    'macOS wants your consent first: open System Settings, General, Login Items, and switch Tocsin on there.',
  'desktop.login.macos-unsigned':
    'macOS did not accept Tocsin as a login item: this copy is not signed, or lies outside Applications.',
  'desktop.badge': '{count, plural, one {# unread notification} other {# unread notifications}}',
} as const
