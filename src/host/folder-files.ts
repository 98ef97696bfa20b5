/** Files for exports and imports where nobody can be asked for a place: two folders beside the history. */
import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs'
import { join, parse } from 'node:path'
import type { ChooseFile, FileContent } from '../engine/engine.ts'
import { WordedRefusal } from '../engine/worded-error.ts'
import { worded } from '../i18n/wording.ts'

/** An export goes into `exports`, under a name that is free; an import takes the newest file in `imports`. */
export function createFolderFiles(dataDir: string): ChooseFile {
  const exports = join(dataDir, 'exports')
  const imports = join(dataDir, 'imports')
  return {
    async forExport(suggestedName) {
      makeFolder(exports)
      return freeName(exports, suggestedName)
    },
    async forImport(content) {
      makeFolder(imports)
      const file = newestFile(imports, isFor[content])
      if (file !== null) return file
      throw new WordedRefusal('unavailable', worded(`host-files.put-${content}`, { folder: imports }))
    },
  }
}

/** Both lie in one folder, whichever of them was put there last. */
const isFor: Readonly<Record<FileContent, (name: string) => boolean>> = {
  notifications: (name) => !/^tocsin-settings.*\.json$/i.test(name),
  settings: (name) => /\.json$/i.test(name),
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true })
  } catch {
    // Node says "no such file" of a disk that is full or can only be read: no word of it helps.
    throw new WordedRefusal('unavailable', worded('host-files.no-folder', { folder }))
  }
}

function freeName(folder: string, wished: string): string {
  const { name, ext } = parse(wished)
  for (let number = 1; ; number++) {
    const path = join(folder, number === 1 ? wished : `${name} (${number})${ext}`)
    if (!existsSync(path)) return path
  }
}

function newestFile(folder: string, isWanted: (name: string) => boolean): string | null {
  const files = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.') && isWanted(entry.name))
    .map(({ name }) => join(folder, name))
  return files.toSorted((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)[0] ?? null
}
