/** What keeps SQLite from reading or writing its file, in words that say what to do. Pure. Not: what is done about it. */

export type StorageProblem = {
  /** What follows on "because": no capital, no full stop. */
  readonly cause: string
  /** What the user can do, as a sentence. */
  readonly remedy: string
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
        cause: 'the disk is full',
        remedy: `Free some space on the disk that holds ${folder}.`,
      }
    case codes.readOnly:
      return {
        cause: `the files in ${folder} can only be read`,
        remedy: 'Allow writing to that folder, to the files in it, and to the disk that holds them.',
      }
    case codes.ioError:
      return {
        cause: `the disk that holds ${folder} reports an error`,
        remedy:
          'Check that it is still connected and can be written to, and that you may use more space on it.',
      }
    case codes.cannotOpen:
      return {
        cause: `a file of the history in ${folder} cannot be opened`,
        remedy: 'Check that the folder is still there, and that you may write to it.',
      }
    default:
      return null
  }
}

/** node:sqlite gives the extended code; its lowest byte is the primary one. */
function primaryCode(error: unknown): number | null {
  return error instanceof Error && 'errcode' in error ? Number(error.errcode) & 0xff : null
}
