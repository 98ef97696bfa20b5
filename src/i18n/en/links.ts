export const links = {
  'links.bad': 'This link cannot be opened: {why}.',
  'links.long': 'it is longer than {limit} characters',
  'links.unseen': 'it has characters that cannot be seen',
  'links.scheme': 'it does not start with tocsin://',
  'links.name-or-port': 'it has a name or a port',
  'links.unknown': 'it is for a notification, a search or a source',
  'links.notification': 'a notification has a number, as in tocsin://notification/7',
  'links.search': 'a search has words, as in tocsin://search?q=disk',
  'links.search.long': 'its search is longer than {limit} characters',
  'links.source': 'a source has an address, as in tocsin://source?url=wss://host',
  'links.source.bad': 'its source is not an address that starts with ws:// or wss://',
} as const
