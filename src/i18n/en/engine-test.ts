export const engineTest = {
  'engine-test.title': 'Test notification',
  'engine-test.message': 'Tocsin sent this to itself at {time}.',
  'engine-test.received': 'A frame was read as an info notification, as if the server had sent it.',
  'engine-test.stored': 'It is stored in the history.',
  'engine-test.not-stored': 'It was not stored within ten seconds.',
  'engine-test.silent': 'No toast was shown.',
  'engine-test.digest': 'It is counted in a toast for several.',
  'engine-test.decided': 'A toast is to be shown.',
  'engine-test.handed-over': 'The toast was handed to the desktop.',
  'engine-test.shown': 'The desktop says that it is shown.',
  'engine-test.unanswered': 'The desktop did not say within ten seconds whether it was shown.',
} as const
