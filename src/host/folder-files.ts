/** Files for exports and imports where nobody can be asked for a place: two folders beside the history. */
import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs'
import { join, parse } from 'node:path'
import { Refusal } from '../contract/refusal.ts'
import type { ChooseFile } from '../engine/engine.ts'

/** An export goes into `exports`, under a name that is free; an import takes the newest file in `imports`. */
export function createFolderFiles(dataDir: string): ChooseFile {
  const exports = join(dataDir, 'exports')
  const imports = join(dataDir, 'imports')
  return {
    async forExport(suggestedName) {
      makeFolder(exports)
      return freeName(exports, suggestedName)
    },
    async forImport() {
      makeFolder(imports)
      const file = newestFile(imports)
      if (file !== null) return file
      throw new Refusal('unavailable', `Put a file of JSON Lines into ${imports}, then choose Import again.`)
    },
  }
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true })
  } catch {
    // Node says "no such file" of a disk that is full or can only be read: no word of it helps.
    throw new Refusal(
      'unavailable',
      `The folder ${folder} cannot be made. Make it yourself, or see that its disk has space and can be written to.`,
    )
  }
}

function freeName(folder: string, wished: string): string {
  const { name, ext } = parse(wished)
  for (let number = 1; ; number++) {
    const path = join(folder, number === 1 ? wished : `${name} (${number})${ext}`)
    if (!existsSync(path)) return path
  }
}

function newestFile(folder: string): string | null {
  const files = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map(({ name }) => join(folder, name))
  return files.toSorted((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)[0] ?? null
}
