/** The store cannot be used. The message is a sentence for people, and says what to do. */
export class StoreError extends Error {
  override readonly name = 'StoreError'

  constructor(message: string, cause?: unknown) {
    super(message, { cause })
  }
}
