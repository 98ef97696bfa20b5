export const welcome = {
  'welcome.title': 'Welcome to Tocsin',
  'welcome.step': 'Step {step, number} of {count, number}',
  'welcome.back': 'Back',
  'welcome.next': 'Next',
  'welcome.skip': 'Skip',
  'welcome.source.title': 'Where do your notifications come from?',
  'welcome.source.demo': 'The built-in demo',
  'welcome.source.demo.help':
    'A server inside Tocsin makes up a notification every few seconds. Good for a first look; nothing leaves this computer.',
  'welcome.source.own': 'My own address',
  'welcome.source.own.help':
    'The address of a Notification WebSocket endpoint, such as wss://example.com/ws/notify.',
  'welcome.source.address': 'Address',
  'welcome.source.test': 'Test the address',
  'welcome.source.testing': 'Testing, up to 30 seconds…',
  'welcome.source.cancel': 'Cancel',
  'welcome.source.good': 'The address works: Tocsin connected and heard from it.',
  'welcome.source.quiet': 'The address answers, but nothing has come from it yet. It can be used.',
  'welcome.source.cancelled': 'The test was ended. Nothing was changed.',
  'welcome.source.use-anyway': 'Use it all the same',
  'welcome.toasts.title': 'Toasts on your screen',
  'welcome.toasts.help':
    'Each new notification also appears on your screen for a moment, also while this window is closed. Try it:',
  'welcome.toasts.page':
    'Each new notification also appears on your screen for a moment while this page is open, once your browser allows it.',
  'welcome.done.title': 'All set',
  'welcome.done.read':
    'Marking a notification as read tells its server: an acknowledgement that the server confirms.',
  'welcome.done.keys': 'Everything works with the keyboard: press ? for the keys.',
  'welcome.done.tray': 'Closing this window leaves Tocsin running in the tray.',
  'welcome.done.page': 'Tocsin keeps receiving while this page is closed, as long as its program runs.',
  'welcome.done.start': 'Show my notifications',
} as const
