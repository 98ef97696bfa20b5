export const engineSettings = {
  'engine-settings.invalid': '{label} {problem}.',
  'engine-settings.stored':
    'The stored setting "{label}" cannot be used: it {problem}. Its default is used instead.',
  'engine-settings.stored.built-in':
    'The stored setting "{label}" for the built-in server cannot be used: it {problem}. Its default is used instead.',
  'engine-settings.stored.source':
    'The stored setting "{label}" for {source} cannot be used: it {problem}. Its default is used instead.',
  'engine-settings.stored-sources':
    'The settings stored for each source cannot be used. The defaults are used instead.',
  'engine-settings.not-saved': 'The settings could not be saved ({cause}). Nothing was changed.',
  'engine-settings.search-name.empty': 'A saved search needs a name that can be seen.',
  'engine-settings.search-name.taken': 'There is a saved search "{name}" already. Choose another name.',
  'engine-settings.left-out': 'The exported settings are without what holds a password or a token: {labels}.',
  'engine-settings.export.not-written':
    'The settings could not be written to {file} ({cause}). Choose another place.',
  'engine-settings.import.nothing': 'Nothing was imported. {problem}',
  'engine-settings.import.unreadable': '{file} cannot be read ({cause}).',
  'engine-settings.import.no-file': 'it is not a file',
  'engine-settings.import.large': 'it is larger than 1 MB, and settings take a few kilobytes',
  'engine-settings.import.not-ours':
    'That is not a file of Tocsin\'s settings. Choose one that "Export settings" has written.',
  'engine-settings.import.newer':
    'A newer Tocsin wrote that file (its form is {version}, this one knows {known}). Update Tocsin, then import it again.',
  'engine-settings.import.unknown':
    'There is no setting "{name}" in this Tocsin. Take it out of the file, or update Tocsin.',
} as const
