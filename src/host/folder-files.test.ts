import { mkdirSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { createFolderFiles } from './folder-files.ts'

describe('files in folders beside the history', () => {
  it('are exported under a name that is free', async () => {
    const dataDir = temporaryFolder()
    const files = createFolderFiles(dataDir)
    const first = await files.forExport('tocsin-2026-11-25.csv', 'notifications')
    expect(first).toBe(join(dataDir, 'exports', 'tocsin-2026-11-25.csv'))
    writeFileSync(first ?? '', '')
    expect(await files.forExport('tocsin-2026-11-25.csv', 'notifications')).toBe(
      join(dataDir, 'exports', 'tocsin-2026-11-25 (2).csv'),
    )
  })

  it('are imported the newest first, and the user is told where to put one', async () => {
    const dataDir = temporaryFolder()
    const files = createFolderFiles(dataDir)
    await expect(files.forImport('notifications')).rejects.toThrow(
      /^Put a file of JSON Lines into .*imports, then/,
    )
    mkdirSync(join(dataDir, 'imports', 'a-folder'))
    const [old, young] = ['b-old.jsonl', 'a-young.jsonl'].map((name) => join(dataDir, 'imports', name))
    for (const path of [young, old]) writeFileSync(path ?? '', '')
    utimesSync(old ?? '', 1, 1)
    expect(await files.forImport('notifications')).toBe(young)
  })

  it('are imported for what they hold, whichever came last', async () => {
    const dataDir = temporaryFolder()
    const files = createFolderFiles(dataDir)
    await expect(files.forImport('settings')).rejects.toThrow(
      /^Put a file of Tocsin's settings, .*imports, then/,
    )
    const path = (name: string): string => join(dataDir, 'imports', name)
    writeFileSync(path('tocsin-settings-2026-11-25.json'), '')
    await expect(files.forImport('notifications')).rejects.toThrow(/^Put a file of JSON Lines/)
    writeFileSync(path('rows.jsonl'), '')
    expect(await files.forImport('settings')).toBe(path('tocsin-settings-2026-11-25.json'))
    utimesSync(path('rows.jsonl'), 1, 1)
    expect(await files.forImport('notifications')).toBe(path('rows.jsonl'))
  })

  it('are refused with the folder to make where it cannot be made', async () => {
    const file = join(temporaryFolder(), 'file')
    writeFileSync(file, '')
    const files = createFolderFiles(file)
    for (const [asked, name] of [
      [files.forExport('a.csv', 'notifications'), 'exports'],
      [files.forImport('notifications'), 'imports'],
    ] as const) {
      await expect(asked).rejects.toMatchObject({
        ...{ code: 'unavailable', message: expect.stringContaining(`${join(file, name)} cannot be made`) },
      })
    }
  })
})
