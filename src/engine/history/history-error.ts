/** The history cannot be used, for a reason that the user can do something about: the message says what. */
export class HistoryError extends Error {
  override readonly name = 'HistoryError'
}
