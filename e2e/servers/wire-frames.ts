/** Notifications as they travel, made for tests: the seed's four, each field where the seed has it. */

type Words = { readonly title: string; readonly message?: string; readonly id?: string }

const shared = ({ title, message = 'It happened.', id = 'notif_1000' }: Words) => ({
  ...{ title, message, id, timestamp: '2026-01-01T12:00:00.123456', read: false },
})

export const info = (words: Words) => ({ type: 'info', ...shared(words), priority: 'medium' })
export const warning = (words: Words) => ({ type: 'warning', ...shared(words), action_required: true })
export const error = (words: Words) => ({
  ...{ type: 'error', ...shared(words), error_code: 503, retry_allowed: true },
})
export const success = (words: Words) => ({ type: 'success', ...shared(words), completion_time: '3.25s' })
