import { describe, expect, it } from 'vitest'
import { createManualClock } from '../../clock/manual-clock.ts'
import type { JobView } from '../../contract/jobs.ts'
import { english } from '../../i18n/i18n-under-test.ts'
import { createIndexProgress } from './index-progress.ts'
import { createJobs } from './jobs.ts'

function setUp() {
  const clock = createManualClock()
  const told: JobView[] = []
  return {
    clock,
    told,
    jobs: createJobs(
      clock,
      () => english,
      (view) => told.push(view),
    ),
  }
}

describe('a job', () => {
  it('is told at its start, and its end with what came of it', () => {
    const { jobs, told } = setUp()
    const job = jobs.start({ kind: 'export', total: 5, file: '/tmp/x.csv' })
    job.end('failed', { done: 3, problem: 'The disk is full.' })
    const begun = {
      ...{ jobId: 1, kind: 'export', state: 'running', done: 0, total: 5 },
      ...{ undoUntil: null, file: '/tmp/x.csv', problem: null },
    }
    expect(told).toEqual([begun, { ...begun, state: 'failed', done: 3, problem: 'The disk is full.' }])
    expect(jobs.view(1)).toEqual(told[1])
  })

  it('tells its progress at most every 200 ms, and its end always', () => {
    const { jobs, told, clock } = setUp()
    const job = jobs.start({ kind: 'delete', total: null })
    job.progress(1)
    clock.advance(199)
    job.progress(2, 10)
    expect(told.map(({ done }) => done)).toEqual([0])
    // Whoever asks is told what is so now.
    expect(jobs.views).toMatchObject([{ done: 2, total: 10 }])
    clock.advance(1)
    job.progress(3)
    job.progress(4)
    expect(told.map(({ done, total }) => [done, total])).toEqual([
      [0, null],
      [3, 10],
    ])
    job.end('done')
    expect(told.at(-1)).toMatchObject({ state: 'done', done: 4, total: 10 })
  })

  it('is cancelled once, and only while it runs', () => {
    const { jobs } = setUp()
    const cancelled: number[] = []
    const start = () =>
      jobs.start({ kind: 'export', total: null, onCancel: () => cancelled.push(jobs.views.length) })
    const job = start()
    expect(job.isCancelled).toBe(false)
    jobs.cancel(job.view.jobId)
    jobs.cancel(job.view.jobId)
    expect(job.isCancelled).toBe(true)
    expect(cancelled).toEqual([1])
    // The work ends the job itself.
    expect(job.view.state).toBe('running')
    for (const state of ['done', 'undoable'] as const) {
      const ended = start()
      ended.end(state)
      jobs.cancel(ended.view.jobId)
      expect(ended.isCancelled).toBe(false)
    }
    jobs.cancel(99)
    expect(cancelled).toHaveLength(1)
  })
})

describe('jobs that ended', () => {
  it('are remembered, the last 20 of them; those that run or can be undone are never forgotten', () => {
    const { jobs } = setUp()
    const running = jobs.start({ kind: 'import', total: null })
    const undoable = jobs.start({ kind: 'delete', total: 1 })
    undoable.end('undoable', { undoUntil: 1 })
    const others = Array.from({ length: 25 }, () => jobs.start({ kind: 'export', total: null }))
    for (const job of others) job.end('done')
    const ids = [running, undoable, ...others.slice(5)].map(({ view }) => view.jobId)
    expect(jobs.views.map(({ jobId }) => jobId)).toEqual(ids)
    expect(jobs.view(others[4]?.view.jobId ?? 0)).toBeNull()
  })
})

describe('the search index being built', () => {
  it('is a job that ends when it has caught up, and is cancelled where it stops', () => {
    const { jobs } = setUp()
    const { tell } = createIndexProgress(jobs)
    tell(null)
    tell({ done: 1, total: 3 })
    tell({ done: 2, total: 4 })
    expect(jobs.views).toMatchObject([{ kind: 'index', state: 'running', done: 2, total: 4 }])
    tell({ done: 4, total: 4 })
    tell({ done: 1, total: 2 })
    tell(null)
    expect(jobs.views.map(({ state, done }) => [state, done])).toEqual([
      ['done', 4],
      ['cancelled', 1],
    ])
  })
})
