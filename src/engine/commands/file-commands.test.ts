/** Export and import through a whole engine, with the real background thread and real files. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../../testing/temporary-folder.ts'
import type { ChooseFile } from '../engine.ts'
import { jobEnded, listRows, plainFrames, startFilled } from '../filled-engine.ts'

/** A user who chooses these. */
function choosing(file: string | null) {
  const suggested: string[] = []
  const chooseFile: ChooseFile = {
    forExport(name) {
      suggested.push(name)
      return Promise.resolve(file)
    },
    forImport: () => Promise.resolve(file),
  }
  return { chooseFile, suggested }
}

describe('exportNotifications', () => {
  it('writes what a query finds into the chosen file, oldest first', async () => {
    const file = join(temporaryFolder(), 'out.jsonl')
    const { chooseFile, suggested } = choosing(file)
    const app = startFilled(plainFrames(6), { chooseFile })
    const started = await app.engine.handlers.exportNotifications({ query: 'odd', format: 'jsonl' })
    expect(await jobEnded(app, started?.jobId ?? 0)).toMatchObject({
      ...{ kind: 'export', state: 'done', done: 3, file, problem: null },
    })
    const lines = readFileSync(file, 'utf8').trim().split('\n')
    const titles = lines.map((line) => JSON.parse(JSON.parse(line).frame).title)
    expect(titles).toEqual(['T1 odd', 'T3 odd', 'T5 odd'])
    expect(suggested).toEqual([expect.stringMatching(/^tocsin-\d{4}-\d{2}-\d{2}\.jsonl$/)])
  })

  it('is nothing where no file was chosen, and refuses a bad query before it asks for one', async () => {
    const { chooseFile, suggested } = choosing(null)
    const { engine } = startFilled(plainFrames(1), { chooseFile })
    expect(await engine.handlers.exportNotifications({ query: '', format: 'csv' })).toBeNull()
    await expect(engine.handlers.exportNotifications({ query: '"', format: 'csv' })).rejects.toMatchObject({
      code: 'bad-input',
    })
    expect(suggested).toHaveLength(1)
    expect((await engine.handlers.getSnapshot({})).jobs).toEqual([])
  })

  it('that fails says why, and leaves no file', async () => {
    const file = join(temporaryFolder(), 'nowhere', 'out.csv')
    const app = startFilled(plainFrames(1), choosing(file))
    const started = await app.engine.handlers.exportNotifications({ query: '', format: 'csv' })
    expect(await jobEnded(app, started?.jobId ?? 0)).toMatchObject({
      ...{ state: 'failed', problem: expect.stringContaining('nowhere') },
    })
  })
})

describe('cancelJob', () => {
  it('ends an export, of which nothing is left', async () => {
    const file = join(temporaryFolder(), 'out.jsonl')
    const app = startFilled(plainFrames(3_000), choosing(file))
    const started = await app.engine.handlers.exportNotifications({ query: '', format: 'jsonl' })
    const jobId = started?.jobId ?? 0
    void app.engine.handlers.cancelJob({ jobId })
    expect(await jobEnded(app, jobId)).toMatchObject({ state: 'cancelled' })
    expect([existsSync(file), existsSync(`${file}.part`)]).toEqual([false, false])
  })

  it('does nothing to a job that there is not', async () => {
    const app = startFilled([])
    expect(await app.engine.handlers.cancelJob({ jobId: 12 })).toEqual({})
  })
})

describe('importNotifications', () => {
  it('brings rows of the chosen file into list, counts and search', async () => {
    const file = join(temporaryFolder(), 'in.jsonl')
    const frame = JSON.stringify({ type: 'error', title: 'Imported elsewhere', id: 'i' })
    const line = { receivedAt: '2026-01-01T10:00:00.000Z', source: 'ws://b.example/ws', frame }
    writeFileSync(file, `${JSON.stringify(line)}\nnonsense\n`)
    const app = startFilled(plainFrames(1), choosing(file))
    const started = await app.engine.handlers.importNotifications({})
    expect(await jobEnded(app, started?.jobId ?? 0)).toMatchObject({
      ...{ kind: 'import', state: 'done', done: 1 },
      problem: expect.stringContaining('line 2'),
    })
    expect((await listRows(app))[0]).toMatchObject({ rowId: 2, receivedAt: Date.UTC(2026, 0, 1, 10) })
    expect(app.engine.view.counts.error).toEqual({ total: 1, unread: 1 })
    await app.until(({ kind }) => kind === 'history-changed')
    expect(app.shown).toEqual([])
    expect(await app.engine.handlers.searchNotifications({ query: 'elsewhere', limit: 5 })).toMatchObject({
      ...{ kind: 'found', rows: [{ row: { rowId: 2 } }] },
    })
  })

  it('is nothing where no file was chosen', async () => {
    const app = startFilled([], choosing(null))
    expect(await app.engine.handlers.importNotifications({})).toBeNull()
  })
})
