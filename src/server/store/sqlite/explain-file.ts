/** Why the store's file could not be opened, in a sentence that says what to do. Not: what is done about it. */
import { accessSync, constants, existsSync, statSync } from 'node:fs'
import { messageOf } from '../../message-of.ts'
import { StoreError, type StoreProblem } from './store-error.ts'

/** Primary result codes, https://www.sqlite.org/rescode.html. `error`: its tables are not ours. */
const codes = { error: 1, busy: 5, corrupt: 11, cannotOpen: 14, notADatabase: 26 } as const

export function explainFile(fault: unknown, path: string): StoreError {
  if (fault instanceof StoreError) return fault
  const problem = problemOf(fault, path)
  return new StoreError(sentence(problem, path, messageOf(fault)), problem, fault)
}

function problemOf(fault: unknown, path: string): StoreProblem {
  // node:sqlite gives the extended code; its lowest byte is the primary one.
  switch (fault instanceof Error && 'errcode' in fault ? Number(fault.errcode) & 0xff : null) {
    case codes.busy:
      return 'busy'
    case codes.error:
    case codes.corrupt:
    case codes.notADatabase:
      return 'unreadable'
    case codes.cannotOpen:
      // The same for a folder that cannot be written: the file is not to blame then.
      return existsSync(path) && !isReadableFile(path) ? 'unreadable' : 'other'
    default:
      return 'other'
  }
}

function isReadableFile(path: string): boolean {
  try {
    accessSync(path, constants.R_OK)
    return statSync(path).isFile()
  } catch {
    return false
  }
}

function sentence(problem: StoreProblem, path: string, said: string): string {
  if (problem === 'busy') {
    return `Another server uses ${path}: stop it, or choose another folder with --data-dir.`
  }
  const remedy = problem === 'unreadable' ? 'Move it away to begin a new one, or choose' : 'Choose'
  const verb = problem === 'unreadable' ? 'read' : 'used'
  return `${path} cannot be ${verb}: ${said}. ${remedy} another folder with --data-dir.`
}
