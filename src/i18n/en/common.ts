export const common = {
  'common.sentences': '{first} {second}',
} as const
