/**
 * What commands refuse, in the language of now: also those that meet a full or a read-only disk, or a thread that cannot
 * work, which would fail otherwise.
 */
import type { CommandHandlers } from '../../contract/commands.ts'
import { Refusal } from '../../contract/refusal.ts'
import type { I18n } from '../../i18n/create-i18n.ts'
import { say, worded } from '../../i18n/wording.ts'
import { BackgroundError } from '../background/background-error.ts'
import { storageProblem } from '../history/storage-problem.ts'
import { WordedRefusal } from '../worded-error.ts'

/**
 * @param folder the data folder, to be named to the user
 * @returns the same handlers; what the disk refuses is thrown as a Refusal `unavailable`, all else as it was
 */
export function refuseInWords(handlers: CommandHandlers, folder: string, i18n: () => I18n): CommandHandlers {
  const wrap = (handler: (input: never) => unknown) => (input: never) => {
    try {
      const output = handler(input)
      return output instanceof Promise ? output.catch(rethrow) : output
    } catch (fault) {
      return rethrow(fault)
    }
  }
  const rethrow = (fault: unknown): never => {
    if (fault instanceof WordedRefusal) throw new Refusal(fault.code, say(i18n(), fault.wording))
    if (fault instanceof BackgroundError) throw new Refusal('unavailable', say(i18n(), fault.wording))
    const problem = storageProblem(fault, folder)
    if (problem === null) throw fault
    throw new Refusal('unavailable', say(i18n(), worded('engine-storage.refused', problem)))
  }
  const wrapped = Object.entries(handlers).map(([name, handler]) => [name, wrap(handler)])
  return Object.fromEntries(wrapped) as CommandHandlers // each handler as it was, but for what it throws
}
