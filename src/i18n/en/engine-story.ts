export const engineStory = {
  'engine-story.unconfirmed': 'The server did not confirm it. It is sent again at the next connection.',
  'engine-story.snoozed': '{words}.',
} as const
