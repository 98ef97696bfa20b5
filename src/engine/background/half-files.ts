/** Exports that the thread may be writing. It takes half a file away itself, unless it dies: then that is done here. */
import { removePartFile } from '../export/export-file.ts'

export type HalfFiles = {
  /** Holds on to a file until it is whole. */
  track<Output>(file: string, answer: Promise<Output | null>): Promise<Output | null>
  removeAll(): void
}

export function createHalfFiles(): HalfFiles {
  const files = new Set<string>()
  return {
    async track(file, answer) {
      files.add(file)
      const done = await answer
      // One that was cancelled is still being taken away.
      if (done !== null) files.delete(file)
      return done
    },
    removeAll() {
      for (const file of files) removePartFile(file)
      files.clear()
    },
  }
}
