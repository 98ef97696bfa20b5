export const notices = {
  'notices.title': 'Notices',
  'notices.gone': 'Tocsin is not running. Start it again with {command}; this page comes back by itself.',
  'notices.gone.long':
    'Tocsin is not running. Start it again with {command}; this page comes back by itself, or open the address that Tocsin printed.',
  'notices.waiting': '{problem} Waiting to be stored: {count, number}.',
  'notices.dismiss': 'Dismiss',
} as const
