/** How far an acknowledgement has come; kept on disk as its place here: only add at the end. */
export const outboxStates = ['pending', 'sent', 'confirmed', 'unconfirmed'] as const
export type OutboxState = (typeof outboxStates)[number]
