export const toasts = {
  'toasts.allow': 'Allow toasts',
  'toasts.not-now': 'Not now',
  'toasts.permission.ask': 'Tocsin can show each new notification on your screen while this page is open.',
  'toasts.permission.not-asked': 'Your browser has not been asked yet.',
  'toasts.permission.denied':
    'Your browser forbids them for this page. To turn them on, click the icon at the left of the address, and allow notifications.',
  'toasts.permission.unsupported': 'This browser cannot show them.',
  'toasts.outcome.not-allowed': 'The browser shows no toasts for this page: allow notifications for it.',
  'toasts.outcome.not-shown':
    'The browser did not show the toast: see whether your computer lets it show notifications.',
  'toasts.action.open': 'Open',
  'toasts.action.mark-as-read': 'Mark as read',
} as const
