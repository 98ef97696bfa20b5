/** What keeps SQLite from reading or writing its file, in words that say what to do. Pure. Not: what is done about it. */
import { type Wording, worded } from '../../i18n/wording.ts'

export type StorageProblem = {
  /** What follows on "because": no capital, no full stop. */
  readonly cause: Wording
  /** What the user can do, as a sentence. */
  readonly remedy: Wording
}

/** Primary result codes, https://www.sqlite.org/rescode.html. A disk that was remounted read-only shows as `ioError`. */
const codes = { readOnly: 8, ioError: 10, full: 13, cannotOpen: 14 } as const

/**
 * @param folder the data folder, to be named to the user
 * @returns null for what is no fault of the disk or the folder
 */
export function storageProblem(error: unknown, folder: string): StorageProblem | null {
  switch (primaryCode(error)) {
    case codes.full:
      return {
        cause: worded('engine-storage.full'),
        remedy: worded('engine-storage.full.remedy', { folder }),
      }
    case codes.readOnly:
      return {
        cause: worded('engine-storage.read-only', { folder }),
        remedy: worded('engine-storage.read-only.remedy'),
      }
    case codes.ioError:
      return {
        cause: worded('engine-storage.io', { folder }),
        remedy: worded('engine-storage.io.remedy'),
      }
    case codes.cannotOpen:
      return {
        cause: worded('engine-storage.cannot-open', { folder }),
        remedy: worded('engine-storage.cannot-open.remedy'),
      }
    default:
      return null
  }
}

/** node:sqlite gives the extended code; its lowest byte is the primary one. */
function primaryCode(error: unknown): number | null {
  return error instanceof Error && 'errcode' in error ? Number(error.errcode) & 0xff : null
}
