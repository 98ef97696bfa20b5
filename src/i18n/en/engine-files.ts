export const engineFiles = {
  'engine-files.export.full':
    'The disk is full, so nothing was exported. Free some space, or choose another disk, and export again.',
  'engine-files.export.forbidden':
    'Tocsin may not write to “{folder}”, so nothing was exported. Choose another folder.',
  'engine-files.export.no-folder':
    'The folder “{folder}” is not there, so nothing was exported. Choose another folder.',
  'engine-files.export.is-folder': '“{file}” is a folder, so nothing was exported. Choose another name.',
  'engine-files.export.failed':
    'The export failed: {reason}. Nothing was exported; try again, or choose another folder.',
  'engine-files.import.stopped':
    'The import stopped after {count, plural, one {# notification} other {# notifications}} ({cause}). Those are kept.',
  'engine-files.import.left-out':
    '{count, plural, one {# line was} other {# lines were}} left out; the first is line {line}: {reason}',
  'engine-files.import.long': 'The line is longer than any notification can be.',
  'engine-files.import.not-utf8': 'The line is not UTF-8 text.',
  'engine-files.import.no-object': 'The line is not a JSON object.',
  'engine-files.import.received-at': 'Its “receivedAt” is not a time, such as 2026-01-31T12:00:00.000Z.',
  'engine-files.import.read-at': 'Its “readAt” is neither a time nor null.',
  'engine-files.import.pinned-at': 'Its “pinnedAt” is neither a time nor null.',
  'engine-files.import.source': 'Its “source” is neither an address nor null.',
  'engine-files.import.large': 'The notification is larger than 1 MiB.',
  'engine-files.import.system': "It is a server's own message, not a notification.",
  'engine-files.import.no-notification': 'It is not a notification.',
  'engine-files.delete.partly': 'Not everything was deleted ({cause}). Try again.',
  'engine-files.delete.too-late': 'It is too late to undo that: the notifications are gone.',
} as const
