/** The background thread could not do what was asked: the message says why, for people. */
export class BackgroundError extends Error {
  override readonly name = 'BackgroundError'
}
