export const engineStorage = {
  'engine-storage.full': 'the disk is full',
  'engine-storage.full.remedy': 'Free some space on the disk that holds {folder}.',
  'engine-storage.read-only': 'the files in {folder} can only be read',
  'engine-storage.read-only.remedy':
    'Allow writing to that folder, to the files in it, and to the disk that holds them.',
  'engine-storage.io': 'the disk that holds {folder} reports an error',
  'engine-storage.io.remedy':
    'Check that it is still connected and can be written to, and that you may use more space on it.',
  'engine-storage.cannot-open': 'a file of the history in {folder} cannot be opened',
  'engine-storage.cannot-open.remedy': 'Check that the folder is still there, and that you may write to it.',
  'engine-storage.not-stored':
    'Notifications cannot be stored right now because {cause}. {remedy} They wait in memory, and storing them is tried again.',
  'engine-storage.not-stored.unknown':
    'Notifications cannot be stored right now because {cause}. They wait in memory, and storing them is tried again.',
  'engine-storage.lost':
    'There were more than fit: the oldest {count, plural, one {# is} other {# are}} lost.',
  'engine-storage.again': 'Notifications are stored again.',
  'engine-storage.refused': 'That cannot be done right now because {cause}. {remedy}',
  'engine-storage.damaged':
    'The history was damaged. {count, plural, one {# notification was} other {# notifications were}} saved; the damaged file is kept as {file}.',
  'engine-storage.work-waits': 'Work on the history waits and is tried again: {cause}',
  'engine-storage.folder.forbidden': 'you may not use it',
  'engine-storage.folder.read-only': 'its disk can only be read',
  'engine-storage.folder.full': 'its disk is full',
  'engine-storage.folder.quota': 'you may use no more space on its disk',
  'engine-storage.folder.io': 'its disk reports an error',
  'engine-storage.folder.name-taken': 'there is a file of that name',
  'engine-storage.folder.no-folder': 'there is a file where a folder should be',
} as const
