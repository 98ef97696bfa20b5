export const embeddedServer = {
  'embedded-server.in-memory':
    'What is published to the built-in server is kept in memory only, and gone when Tocsin ends. {cause}',
  'embedded-server.newer': '{path} was written by a newer Tocsin: update Tocsin.',
  'embedded-server.busy': 'Another server uses {path}: stop it, then start Tocsin again.',
  'embedded-server.unusable': 'Its file cannot be used: {said}',
  'embedded-server.damaged':
    'What waited in the built-in server could not be read, and a new one was begun; the damaged file is kept as {aside}.',
  'embedded-server.failed': "The built-in server's store has failed: {reason}.",
  'embedded-server.restarted': "The built-in server's store was started anew.",
  'embedded-server.restarted-last':
    "The built-in server's store was started anew: if it fails once more, it is tried again in a minute.",
  'embedded-server.not-restarted': "The built-in server's store could not be started anew: {reason}",
} as const
