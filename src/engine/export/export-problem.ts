/** Why an export failed, for people: what is wrong and what to do next. */

import { dirname } from 'node:path'
import { describeFault } from '../describe-fault.ts'

export function exportProblem(error: unknown, file: string): string {
  const code = error instanceof Error && 'code' in error ? error.code : null
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return 'The disk is full, so nothing was exported. Free some space, or choose another disk, and export again.'
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return `Tocsin may not write to “${dirname(file)}”, so nothing was exported. Choose another folder.`
    case 'ENOENT':
    case 'ENOTDIR':
      return `The folder “${dirname(file)}” is not there, so nothing was exported. Choose another folder.`
    case 'EISDIR':
      return `“${file}” is a folder, so nothing was exported. Choose another name.`
    default: {
      const reason = describeFault(error)
      return `The export failed: ${reason}. Nothing was exported; try again, or choose another folder.`
    }
  }
}
