import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../../testing/temporary-folder.ts'
import { inEnglish } from './diagnosis-under-test.ts'
import { type StorageFacts, tryStorage } from './try-storage.ts'

const now = Date.UTC(2026, 0, 1)
const facts = (dataDir: string): StorageFacts => ({
  ...{ dataDir, now, view: { problem: null, waiting: 0 }, lastProblem: null },
  freeBytes: () => Promise.resolve(5_000_000_000),
})

const tried = async (facts: StorageFacts) => inEnglish(await tryStorage(facts))

describe('the data folder', () => {
  it('is well where a file can be written and read back, of which nothing is left', async () => {
    const folder = temporaryFolder()
    expect(await tried(facts(folder))).toEqual({
      ...{ outcome: 'good', text: 'The history can be written and read.' },
      detail: `${folder}\n4768 MB free\nNo problem in this run.`,
    })
    expect(readdirSync(folder)).toEqual([])
  })

  it('is asked for its space by the file system itself', async () => {
    const { freeBytes, ...rest } = facts(temporaryFolder())
    expect((await tried(rest)).detail).toMatch(/\n\d+ MB free\n/)
  })

  it('is not, where it cannot be written to, and says why', async () => {
    const file = join(temporaryFolder(), 'file')
    writeFileSync(file, '')
    expect(await tried(facts(file))).toMatchObject({
      ...{ outcome: 'bad', text: expect.stringContaining('there is a file where a folder should be') },
    })
    expect(await tried(facts(join(temporaryFolder(), 'gone')))).toMatchObject({
      ...{ outcome: 'bad', text: expect.stringContaining('it is not there any more') },
    })
  })

  it('is not, while the history cannot be stored', async () => {
    const view = { problem: 'Notifications cannot be stored.', waiting: 3 }
    expect(await tried({ ...facts(temporaryFolder()), view })).toMatchObject({
      ...{ outcome: 'bad', text: view.problem },
    })
  })

  it('is doubtful where little is free, and tells of the last problem', async () => {
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'exports'))
    const lastProblem = { at: now - 120_000, text: 'Full.' }
    const freeBytes = (): Promise<number> => Promise.resolve(99 * 1024 * 1024)
    expect(await tried({ ...facts(folder), lastProblem, freeBytes })).toMatchObject({
      ...{ outcome: 'doubtful', detail: expect.stringContaining('120 s ago: Full.') },
    })
  })
})
