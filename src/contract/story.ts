/** What happened to one notification, step by step: the answer to "why did I not see this?". */
import Type, { type Static } from 'typebox'

export const storySteps = [
  'received',
  'stored',
  'toast-shown',
  'toast-digest',
  'toast-silent',
  'toast-failed',
  /** The system took it and never said what became of it. */
  'toast-unanswered',
  'snoozed',
  'snooze-ended',
  'toast-dismissed',
  'opened',
  'read',
  /** Here alone: the server was told that it is read, and is not told otherwise. */
  'unread',
  'acknowledgement-sent',
  'acknowledgement-confirmed',
  'acknowledgement-unconfirmed',
] as const
export type StoryStep = (typeof storySteps)[number]

export const StorySchema = Type.Object({
  steps: Type.Array(
    Type.Object({
      /** Milliseconds since the epoch. */
      at: Type.Number(),
      step: Type.Enum([...storySteps]),
      /** A sentence for people where there is a reason to give: why silent, why it failed. */
      reason: Type.Union([Type.String(), Type.Null()]),
    }),
  ),
})
export type Story = Static<typeof StorySchema>
