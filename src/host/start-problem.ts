/**
 * Why Tocsin cannot start, in a sentence that names the folder and says what to do: no stack trace helps a full disk.
 * English, as everything on a terminal.
 */
import { sep } from 'node:path'
import { Refusal } from '../contract/refusal.ts'
import { folderCause, isFolderFault, systemCode } from '../engine/history/folder-cause.ts'
import { storageProblem } from '../engine/history/storage-problem.ts'
import { speakEnglish } from '../i18n/speak-english.ts'
import { say } from '../i18n/wording.ts'

/** A reason that the user can do something about: the message says what. */
export class StartProblem extends Error {
  override readonly name = 'StartProblem'
}

/** @returns what to throw instead: the same for what is a fault of ours */
export function explainStart(fault: unknown, folder: string): unknown {
  const problem = storageProblem(fault, folder)
  if (problem !== null) {
    const english = speakEnglish()
    const [cause, remedy] = [say(english, problem.cause), say(english, problem.remedy)]
    return new StartProblem(
      `The history cannot be used because ${cause}. ${remedy} Or choose another folder with --data-dir.`,
    )
  }
  if (isFolderFault(fault) && isWithin(fault, folder)) return folderProblem(fault, folder)
  return fault instanceof Refusal ? new StartProblem(fault.message) : fault
}

/** @param fault of the file system, when it was asked for the folder or for something in it */
export function folderProblem(fault: unknown, folder: string): StartProblem {
  const remedy =
    systemCode(fault) === 'ENOSPC' ? 'Free some space there, or choose another' : 'Choose another'
  const cause = say(speakEnglish(), folderCause(fault))
  return new StartProblem(
    `The folder ${folder} cannot be used for settings and history: ${cause}. ${remedy} with --data-dir.`,
  )
}

/** What is written to an open file has no path. */
function isWithin(fault: unknown, folder: string): boolean {
  const path = fault instanceof Error && 'path' in fault ? fault.path : undefined
  return typeof path !== 'string' || path === folder || path.startsWith(folder + sep)
}
