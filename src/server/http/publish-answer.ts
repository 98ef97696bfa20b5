/** What a publisher is answered. */
import Type, { type Static } from 'typebox'

export const PublishAnswer = Type.Object({
  id: Type.String(),
  recipients: Type.Object({
    online: Type.Integer({ minimum: 0, description: 'Client ids that are connected.' }),
    waiting: Type.Integer({ minimum: 0, description: 'Client ids that get it when they connect.' }),
  }),
})
export type PublishAnswer = Static<typeof PublishAnswer>
