/** Opening a history that can be read and not written: refused at the start, not at the first notification. */
import { closeSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../../testing/temporary-folder.ts'
import { historyFileName, openHistory } from './open-history.ts'

/** By the file's own header, which root must heed too (https://www.sqlite.org/fileformat.html#the_database_header). */
function makeReadOnly(path: string): void {
  const file = openSync(path, 'r+')
  writeSync(file, Uint8Array.of(3), 0, 1, 18)
  closeSync(file)
}

describe('a history that cannot be written', () => {
  it('is refused with the code of it, and lets the folder go', () => {
    const dataDir = temporaryFolder()
    openHistory(dataDir, 0)[Symbol.dispose]()
    makeReadOnly(join(dataDir, historyFileName))
    for (const _ of ['the first time', 'again']) {
      expect(() => openHistory(dataDir, 0)).toThrow(expect.objectContaining({ errcode: 8 }))
    }
  })
})
