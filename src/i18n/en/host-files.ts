export const hostFiles = {
  'host-files.put-notifications': 'Put a file of JSON Lines into {folder}, then choose Import again.',
  'host-files.put-settings':
    "Put a file of Tocsin's settings, whose name ends in .json, into {folder}, then choose Import again.",
  'host-files.no-folder':
    'The folder {folder} cannot be made. Make it yourself, or see that its disk has space and can be written to.',
} as const
