export const engineBackground = {
  'engine-background.ended': 'The search and export thread ended unexpectedly: {reason}. Try again.',
  'engine-background.ended.starts-again':
    'The search and export thread ended unexpectedly: {reason}. It starts again when needed.',
  'engine-background.ended.rests':
    'The search and export thread ended unexpectedly: {reason}. It has done so several times: it rests for a minute.',
  'engine-background.ended.by-itself': 'it ended by itself with code {code}',
  'engine-background.barred':
    'Searching and exporting have failed several times within a minute. Try again in a minute; if it goes on, restart Tocsin. The activity log says what went wrong.',
  'engine-background.closing': 'Tocsin is closing.',
  'engine-background.index-behind':
    'The search index could not be kept up: {problem}. It is tried again every half a minute; meanwhile searching is slower.',
} as const
