export const acknowledgement = {
  'acknowledgement.none': 'Unread',
  'acknowledgement.pending': 'Read, sending…',
  'acknowledgement.sent': 'Read, waiting for the server',
  'acknowledgement.confirmed': 'Read, confirmed',
  'acknowledgement.unconfirmed': 'Read, not confirmed by the server',
  'acknowledgement.local': 'Read here',
  'acknowledgement.unread-waits':
    'Older notifications are still being marked as read. Try again in a moment.',
} as const
