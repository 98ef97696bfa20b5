export const store = {
  'store.search-given-up': 'This search was given up. Try it again.',
} as const
