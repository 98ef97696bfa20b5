import type { Translation } from '../catalogue.ts'
import type { engineStory as english } from '../en/engine-story.ts'

export const engineStory: Translation<typeof english> = {
  'engine-story.unconfirmed': '服务器没有确认它。下次连接时会再次发送。',
  'engine-story.snoozed': '{words}。',
}
