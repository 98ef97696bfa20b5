/** Cancels what runs in another thread: a thread that is busy in SQLite reads no messages, but can read memory. */
export type CancelFlag = {
  /** To hand to the other thread. */
  readonly memory: SharedArrayBuffer
  raise(): void
}

export function createCancelFlag(): CancelFlag {
  const memory = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)
  const cell = new Int32Array(memory)
  return { memory, raise: () => void Atomics.store(cell, 0, 1) }
}

/** @returns the other thread's view of it */
export function watchCancelFlag(memory: SharedArrayBuffer): () => boolean {
  const cell = new Int32Array(memory)
  return () => Atomics.load(cell, 0) === 1
}
