/** Whether the data folder takes what is written to it: by a real file, written, read back and taken away again. */
import { randomBytes, randomUUID } from 'node:crypto'
import { open, readFile, rm, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import type { ActivityEntry, StorageView } from '../../contract/snapshot.ts'
import { type Wording, worded } from '../../i18n/wording.ts'
import { folderCause, systemCode } from '../history/folder-cause.ts'
import { WordedError } from '../worded-error.ts'
import { bad, doubtful, type Finding, good } from './finding.ts'

export type StorageFacts = {
  readonly dataDir: string
  readonly view: StorageView
  /** The last problem of this run, also one that is over. */
  readonly lastProblem: Pick<ActivityEntry, 'at' | 'text'> | null
  readonly now: number
  /** Absent: asks the file system. */
  readonly freeBytes?: (folder: string) => Promise<number>
}

const testBytes = 4_096
/** Room for about half a million notifications. */
const littleBytes = 100 * 1024 * 1024

export async function tryStorage({
  dataDir,
  view,
  lastProblem,
  now,
  freeBytes = askFreeBytes,
}: StorageFacts): Promise<Finding> {
  const last =
    lastProblem === null
      ? 'No problem in this run.'
      : `${Math.floor((now - lastProblem.at) / 1_000)} s ago: ${lastProblem.text}`
  try {
    await writeAndReadBack(dataDir)
  } catch (fault) {
    return bad(
      worded('engine-diagnosis.storage.unwritable', { folder: dataDir, cause: causeOf(fault) }),
      last,
    )
  }
  if (view.problem !== null) return bad(view.problem, last)
  const free = await freeBytes(dataDir)
  const detail = `${dataDir}\n${Math.floor(free / 1024 / 1024)} MB free\n${last}`
  return free < littleBytes
    ? doubtful(worded('engine-diagnosis.storage.little'), detail)
    : good(worded('engine-diagnosis.storage.good'), detail)
}

const causeOf = (fault: unknown): Wording =>
  systemCode(fault) === 'ENOENT' ? worded('engine-diagnosis.storage.gone') : folderCause(fault)

async function writeAndReadBack(folder: string): Promise<void> {
  const file = join(folder, `.diagnosis-${randomUUID()}`)
  const bytes = randomBytes(testBytes)
  try {
    const handle = await open(file, 'wx', 0o600)
    try {
      await handle.writeFile(bytes)
      // A disk may tell only now that it is full.
      await handle.sync()
    } finally {
      await handle.close()
    }
    if (!bytes.equals(await readFile(file))) throw new WordedError(worded('engine-diagnosis.storage.differs'))
  } finally {
    await rm(file, { force: true }).catch(() => {})
  }
}

async function askFreeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}
