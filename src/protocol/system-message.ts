/** System messages: the server talking about itself. Never a notification, no id (seed). */

export type ParsedSystemMessage = {
  readonly message: string
  readonly timestamp: string | null
  /** The id that this message confirms as read, where it is a confirmation; otherwise null. */
  readonly confirmedId: string | null
  /** The id that the server says it does not know, where it says so; otherwise null. */
  readonly unknownId: string | null
}

const confirmation = /^Notification (.+) marked as read$/s

/** The text that confirms an acknowledgement, to the letter of the seed. */
export const confirmationText = (id: string): string => `Notification ${id} marked as read`

/** The id in a "not found", or null when the text is something else. */
export const readNotFound = (message: string): string | null => notFound.exec(message)?.[1] ?? null

/** The id in a confirmation's text, or null when the text is something else. */
export function readConfirmation(message: string): string | null {
  return confirmation.exec(message)?.[1] ?? null
}

const notFound = /^Notification (.+) not found$/s

/** The text that answers an acknowledgement of an id that the server does not know (ours). */
export const notFoundText = (id: string): string => `Notification ${id} not found`
