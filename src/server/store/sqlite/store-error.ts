/** Why a store's file cannot be used: what can be done depends on it. */
export type StoreProblem =
  /** Damaged, or no file of ours. */
  | 'unreadable'
  /** Of a newer format: it was not touched. */
  | 'newer'
  /** Another process has it. */
  | 'busy'
  | 'other'

/** The store cannot be used. The message is a sentence for people, and says what to do. */
export class StoreError extends Error {
  override readonly name = 'StoreError'
  readonly problem: StoreProblem

  constructor(message: string, problem: StoreProblem = 'other', cause?: unknown) {
    super(message, { cause })
    this.problem = problem
  }
}
