export const secrets = {
  'secrets.not-kept': 'The access token could not be kept in {file}: {cause}.',
  'secrets.readable': 'on this disk every user of this computer could read it',
  'secrets.weak':
    'This desktop has no keyring that Tocsin can use: the access token is kept in a file that only you can read, but whoever gets that file can read it.',
  'secrets.weakly-kept':
    'An access token is kept in a file that only you can read, but whoever gets that file can read it: this desktop had no keyring that Tocsin could use. Once it has one, the token is sealed by it when it is next used.',
  'secrets.unreadable':
    "The access token cannot be read: this computer's keychain does not open it. Unlock the keychain, or enter the token again.",
  'secrets.no-keychain':
    "The access token was not kept: this computer's keychain cannot be used just now. Unlock it and try again.",
} as const
