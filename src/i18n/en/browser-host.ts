export const browserHost = {
  'browser-host.address-needed':
    'Open the address that Tocsin printed when it started: it holds the key to this page.',
} as const
