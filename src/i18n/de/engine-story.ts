import type { Translation } from '../catalogue.ts'
import type { engineStory as english } from '../en/engine-story.ts'

export const engineStory: Translation<typeof english> = {
  'engine-story.unconfirmed':
    'Der Server hat sie nicht bestätigt. Sie wird bei der nächsten Verbindung erneut gesendet.',
  'engine-story.snoozed': '{words}.',
}
