import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { Refusal } from '../contract/refusal.ts'
import { HistoryError } from '../engine/history/history-error.ts'
import { historyFileName, openHistory } from '../engine/history/open-history.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { explainStart, folderProblem, StartProblem } from './start-problem.ts'

function thrownBy(work: () => void): unknown {
  try {
    work()
  } catch (fault) {
    return fault
  }
  throw new Error('Nothing was thrown.')
}

const systemError = (code: string, path?: string): Error =>
  Object.assign(
    new Error(`${code}: in the system's words, write`),
    path === undefined ? { code } : { code, path },
  )

describe('why Tocsin cannot start', () => {
  it.each([
    ['ENOSPC', 'its disk is full. Free some space there, or choose another with --data-dir.'],
    ['EROFS', 'its disk can only be read. Choose another with --data-dir.'],
    ['EACCES', 'you may not use it. Choose another with --data-dir.'],
  ])('is told of %s with the folder and what to do', (code, words) => {
    const sentence = `The folder /data cannot be used for settings and history: ${words}`
    expect(explainStart(systemError(code), '/data')).toEqual(new StartProblem(sentence))
    expect(folderProblem(systemError(code), '/data')).toEqual(new StartProblem(sentence))
  })

  it('is told of a history that SQLite cannot open', () => {
    const dataDir = temporaryFolder()
    mkdirSync(join(dataDir, historyFileName))
    const fault = thrownBy(() => openHistory(dataDir, 0))
    expect(explainStart(fault, dataDir)).toEqual(
      new StartProblem(
        `The history cannot be used because a file of the history in ${dataDir} cannot be opened. Check that the folder is still there, and that you may write to it. Or choose another folder with --data-dir.`,
      ),
    )
  })

  it('is a refusal in its own words', () => {
    const refusal = new Refusal('unavailable', 'The settings could not be saved.')
    expect(explainStart(refusal, '/data')).toEqual(new StartProblem('The settings could not be saved.'))
  })

  it('is left as it is where the folder is not to blame', () => {
    const missing = thrownBy(() => readFileSync(join(temporaryFolder(), 'none')))
    const elsewhere = systemError('EACCES', '/database/file')
    for (const fault of [missing, elsewhere, new HistoryError('In use.'), new Error('a fault of ours')]) {
      expect(explainStart(fault, '/data')).toBe(fault)
    }
    expect(explainStart(systemError('EACCES', '/data/config.json'), '/data')).toBeInstanceOf(StartProblem)
  })

  it('is told of a folder whose name is taken by a file', () => {
    const file = join(temporaryFolder(), 'file')
    writeFileSync(file, '')
    const fault = thrownBy(() => mkdirSync(join(file, 'below')))
    expect(folderProblem(fault, file).message).toContain('there is a file where a folder should be')
  })
})
