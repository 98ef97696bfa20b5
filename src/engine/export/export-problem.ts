/** Why an export failed, for people: what is wrong and what to do next. */

import { dirname } from 'node:path'
import { type Wording, worded } from '../../i18n/wording.ts'
import { describeFault } from '../describe-fault.ts'

export class ExportError extends Error {
  override readonly name = 'ExportError'
  readonly wording: Wording

  /** @param cause what the file system, or SQLite, reported */
  constructor(cause: unknown, file: string) {
    super(cause instanceof Error ? cause.message : String(cause), { cause })
    this.wording = exportProblem(cause, file)
  }
}

export function exportProblem(error: unknown, file: string): Wording {
  const code = error instanceof Error && 'code' in error ? error.code : null
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return worded('engine-files.export.full')
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return worded('engine-files.export.forbidden', { folder: dirname(file) })
    case 'ENOENT':
    case 'ENOTDIR':
      return worded('engine-files.export.no-folder', { folder: dirname(file) })
    case 'EISDIR':
      return worded('engine-files.export.is-folder', { file })
    default:
      return worded('engine-files.export.failed', { reason: describeFault(error) })
  }
}
