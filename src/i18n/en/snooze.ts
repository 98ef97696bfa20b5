export const snooze = {
  'snooze.name': 'Snooze',
  'snooze.hint': 'It comes back as a toast ({key})',
  'snooze.10-minutes': 'For 10 minutes',
  'snooze.1-hour': 'For 1 hour',
  'snooze.tomorrow': 'Until tomorrow, 8:00',
  'snooze.comes-back': 'Comes back {when}',
  'snooze.comes-back.sentence': 'Comes back {when}.',
  'snooze.end': 'End snooze',
} as const
