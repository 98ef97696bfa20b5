export const settingsFile = {
  'settings-file.stored-sources':
    'The settings stored for each source cannot be used. Their defaults are used instead.',
  'settings-file.stored-source':
    'The settings stored for {source} cannot be used. Their defaults are used instead.',
  'settings-file.stored-source.built-in':
    'The settings stored for the built-in server cannot be used. Their defaults are used instead.',
  'settings-file.kept': 'The settings file as it was is kept as {file}.',
  'settings-file.aside': '{cause} It is kept as {file}, and the defaults are used.',
  'settings-file.client-id-found': 'The client id was found in it, and stays the same.',
  'settings-file.newer':
    'The settings were last written by a newer Tocsin (their format is {version}, this one knows {known}). What this one understands is used, and the rest is left as it is. Update Tocsin to use all of them.',
  'settings-file.changed':
    'The settings file was changed by another program and cannot be used ({cause}). Mend it, or start Tocsin again.',
  'settings-file.is-folder': "There is a folder in the settings file's place.",
  'settings-file.is-device': "There is a device in the settings file's place.",
  'settings-file.forbidden': 'You may not read the settings file.',
  'settings-file.large': 'The settings file is far larger than settings are.',
  'settings-file.empty': 'The settings file is empty.',
  'settings-file.unreadable': 'The settings file could not be read.',
} as const
