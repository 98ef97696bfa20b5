/** The file that an export writes: under another name until it is whole, so that no half of one is taken for it. */
import { rmSync } from 'node:fs'
import { type FileHandle, open, rename, rm } from 'node:fs/promises'

const partFile = (file: string): string => `${file}.part`

export type ExportFile = {
  /** Done once the text is handed to the disk: wait for it, and no more than that is ever held in memory. */
  write(text: string): Promise<void>
  /** Gives the file its name, in place of one that has it. */
  finish(): Promise<void>
  /** Takes what was written away. */
  abandon(): Promise<void>
}

/** @throws the file system's error when it cannot be made */
export async function createExportFile(file: string): Promise<ExportFile> {
  const handle: FileHandle = await open(partFile(file), 'w')
  return {
    write: (text) => handle.writeFile(text, 'utf8'),
    async finish() {
      // A disk may tell only now that it is full.
      await handle.sync()
      await handle.close()
      await rename(partFile(file), file)
    },
    async abandon() {
      await handle.close().catch(() => {})
      await rm(partFile(file), { force: true })
    },
  }
}

/** For an export whose thread has died; as far as the file system lets it. */
export function removePartFile(file: string): void {
  try {
    rmSync(partFile(file), { force: true })
  } catch {
    // Windows keeps a file that is still open: it says by its name what it is.
  }
}
