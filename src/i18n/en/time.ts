export const time = {
  'time.now': 'now',
  'time.today': 'Today',
  'time.yesterday': 'Yesterday',
  'time.until.today': '{time}',
  'time.until.tomorrow': 'tomorrow, {time}',
  'time.until.day': '{day}, {time}',
  'time.at.today': 'at {time}',
  'time.at.tomorrow': 'tomorrow at {time}',
  'time.at.day': 'on {day} at {time}',
} as const
