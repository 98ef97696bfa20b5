import { expect, test } from 'vitest'
import { english } from '../../i18n/i18n-under-test.ts'
import { jobNotice, progressWords } from './job-words.ts'
import { newestUndoable } from './newest-undoable.ts'
import { sampleJob } from './sample-job.ts'

test('what runs can be cancelled, where half of it is of use', () => {
  expect(jobNotice(english, sampleJob({ kind: 'export' }), 0)).toMatchObject({
    text: 'Exporting…',
    action: 'cancel',
  })
  expect(jobNotice(english, sampleJob({ kind: 'index' }), 0)).toMatchObject({ action: null })
  expect(jobNotice(english, sampleJob({ kind: 'mark-as-read' }), 0)).toMatchObject({ action: null })
})

test('a deletion can be undone as long as that counts, and then is no news', () => {
  const job = sampleJob({ state: 'undoable', done: 1, undoUntil: 10_000 })
  expect(jobNotice(english, job, 9_999)).toEqual({
    tone: 'neutral',
    text: 'Notification deleted.',
    action: 'undo',
  })
  expect(jobNotice(english, job, 10_000)).toBeNull()
  expect(jobNotice(english, { ...job, done: 1_200 }, 0)?.text).toBe('1,200 notifications deleted.')
  expect(jobNotice(english, sampleJob({ state: 'done' }), 0)).toBeNull()
})

test('an export says where its file is, an import what it left out', () => {
  const done = sampleJob({ kind: 'export', state: 'done', done: 1, file: '/home/a/out.csv' })
  expect(jobNotice(english, done, 0)).toMatchObject({
    text: 'Exported 1 notification to /home/a/out.csv.',
    action: 'dismiss',
  })
  const imported = sampleJob({ kind: 'import', state: 'done', done: 2, problem: '3 lines were left out.' })
  expect(jobNotice(english, imported, 0)?.text).toBe('Imported 2 notifications. 3 lines were left out.')
})

test('a failure is told in its own sentence', () => {
  const failed = sampleJob({ kind: 'export', state: 'failed', problem: 'The disk is full.' })
  expect(jobNotice(english, failed, 0)).toEqual({
    tone: 'error',
    text: 'The disk is full.',
    action: 'dismiss',
  })
})

test('progress counts as far as the whole is known', () => {
  expect(progressWords(english, sampleJob({ done: 1_200, total: 10_000 }))).toBe('1,200 of 10,000')
  expect(progressWords(english, sampleJob({ done: 7, total: null }))).toBe('7')
  expect(progressWords(english, sampleJob({ done: 0, total: null }))).toBe('')
})

test('undo brings back the last deletion that still counts', () => {
  const jobs = [
    sampleJob({ jobId: 1, state: 'undoable', undoUntil: 50 }),
    sampleJob({ jobId: 2, state: 'undoable', undoUntil: 20 }),
    sampleJob({ jobId: 3, kind: 'export' }),
  ]
  expect(newestUndoable(jobs, 10)?.jobId).toBe(2)
  expect(newestUndoable(jobs, 30)?.jobId).toBe(1)
  expect(newestUndoable(jobs, 60)).toBeNull()
})
