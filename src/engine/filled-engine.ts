/** For tests: an engine that begins with notifications in its history, and connects to nobody unless told to. */
import { createManualClock } from '../clock/manual-clock.ts'
import type { JobView } from '../contract/jobs.ts'
import type { NotificationRow } from '../contract/notification-row.ts'
import type { Change } from '../contract/snapshot.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { type EngineSetup, type EngineUnderTest, startEngine } from './engine-under-test.ts'
import { arrivalOf, openStorage } from './storage-under-test.ts'

/** Frames with the titles `T0 even`, `T1 odd` …, and the ids `n0`, `n1` … */
export const plainFrames = (count: number): object[] =>
  Array.from({ length: count }, (_, index) => ({
    type: 'info',
    title: `T${index} ${index % 2 === 0 ? 'even' : 'odd'}`,
    message: 'M',
    id: `n${index}`,
  }))

/** Their row ids are 1, 2, 3 …, and they are said to have come from the engine's own source. */
export function startFilled(frames: readonly object[], setup: Partial<EngineSetup> = {}): EngineUnderTest {
  const source = setup.source ?? 'ws://127.0.0.1:9'
  const clock = setup.clock ?? createManualClock()
  const dataDir = setup.dataDir ?? temporaryFolder()
  const { storage, close } = openStorage(dataDir, clock)
  const sourceAddress = `${source}/ws/notify/alice`
  for (const frame of frames) storage.ingest.add(arrivalOf(frame, clock.now(), sourceAddress))
  storage.ingest.flush()
  close()
  return startEngine({ ...setup, source, clock, dataDir })
}

/** Newest first. */
export async function listRows({ engine }: EngineUnderTest): Promise<readonly NotificationRow[]> {
  return (await engine.handlers.listNotifications({ filter: {}, limit: 500 })).rows
}

export const listIds = async (app: EngineUnderTest): Promise<number[]> =>
  (await listRows(app)).map(({ rowId }) => rowId)

/** Resolves with the job as it was told once it ran no more. */
export async function jobEnded({ until }: EngineUnderTest, jobId: number): Promise<JobView> {
  const isEnd = (change: Change): change is Extract<Change, { kind: 'job-changed' }> =>
    change.kind === 'job-changed' && change.job.jobId === jobId && change.job.state !== 'running'
  const change = await until(isEnd)
  if (!isEnd(change)) throw new Error(`That is no end of job ${jobId}: ${change.kind}`)
  return change.job
}
