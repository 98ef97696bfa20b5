/** Why Tocsin cannot start, in a sentence that names the folder and says what to do: no stack trace helps a full disk. */
import { sep } from 'node:path'
import { Refusal } from '../contract/refusal.ts'
import { storageProblem } from '../engine/history/storage-problem.ts'

/** A reason that the user can do something about: the message says what. */
export class StartProblem extends Error {
  override readonly name = 'StartProblem'
}

/** What systems say of a folder that cannot be used, in words. */
const causes: Readonly<Record<string, string>> = {
  EACCES: 'you may not use it',
  EPERM: 'you may not use it',
  EROFS: 'its disk can only be read',
  ENOSPC: 'its disk is full',
  EDQUOT: 'you may use no more space on its disk',
  EIO: 'its disk reports an error',
  EEXIST: 'there is a file of that name',
  ENOTDIR: 'there is a file where a folder should be',
}

/** @returns what to throw instead: the same for what is a fault of ours */
export function explainStart(fault: unknown, folder: string): unknown {
  const problem = storageProblem(fault, folder)
  if (problem !== null) {
    return new StartProblem(
      `The history cannot be used because ${problem.cause}. ${problem.remedy} Or choose another folder with --data-dir.`,
    )
  }
  if ((systemCode(fault) ?? '') in causes && isWithin(fault, folder)) return folderProblem(fault, folder)
  return fault instanceof Refusal ? new StartProblem(fault.message) : fault
}

/** @param fault of the file system, when it was asked for the folder or for something in it */
export function folderProblem(fault: unknown, folder: string): StartProblem {
  const said = fault instanceof Error ? fault.message : String(fault)
  const cause = causes[systemCode(fault) ?? ''] ?? said
  const remedy =
    systemCode(fault) === 'ENOSPC' ? 'Free some space there, or choose another' : 'Choose another'
  return new StartProblem(
    `The folder ${folder} cannot be used for settings and history: ${cause}. ${remedy} with --data-dir.`,
  )
}

/** What is written to an open file has no path. */
function isWithin(fault: unknown, folder: string): boolean {
  const path = fault instanceof Error && 'path' in fault ? fault.path : undefined
  return typeof path !== 'string' || path === folder || path.startsWith(folder + sep)
}

function systemCode(fault: unknown): string | null {
  return fault instanceof Error && 'code' in fault && typeof fault.code === 'string' ? fault.code : null
}
