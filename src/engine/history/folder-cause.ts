/** What systems say of a folder that cannot be used, in words. Not: what SQLite says (`storage-problem.ts`). */
import { type Wording, worded } from '../../i18n/wording.ts'
import { describeFault } from '../describe-fault.ts'

const causes: Readonly<Record<string, Wording>> = {
  EACCES: worded('engine-storage.folder.forbidden'),
  EPERM: worded('engine-storage.folder.forbidden'),
  EROFS: worded('engine-storage.folder.read-only'),
  ENOSPC: worded('engine-storage.folder.full'),
  EDQUOT: worded('engine-storage.folder.quota'),
  EIO: worded('engine-storage.folder.io'),
  EEXIST: worded('engine-storage.folder.name-taken'),
  ENOTDIR: worded('engine-storage.folder.no-folder'),
}

/** @returns what follows on a colon: no capital, no full stop */
export const folderCause = (fault: unknown): Wording =>
  causes[systemCode(fault) ?? ''] ?? describeFault(fault)

export const isFolderFault = (fault: unknown): boolean => (systemCode(fault) ?? '') in causes

export function systemCode(fault: unknown): string | null {
  return fault instanceof Error && 'code' in fault && typeof fault.code === 'string' ? fault.code : null
}
