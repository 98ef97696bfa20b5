/** Commands that meet a full or a read-only disk, or a thread that cannot work: refused in words, instead of failing. */
import type { CommandHandlers } from '../../contract/commands.ts'
import { Refusal } from '../../contract/refusal.ts'
import { BackgroundError } from '../background/background-error.ts'
import { storageProblem } from '../history/storage-problem.ts'

/**
 * @param folder the data folder, to be named to the user
 * @returns the same handlers; what the disk refuses is thrown as a Refusal `unavailable`, all else as it was
 */
export function refuseByStorage(handlers: CommandHandlers, folder: string): CommandHandlers {
  const wrap = (handler: (input: never) => unknown) => (input: never) => {
    try {
      const output = handler(input)
      return output instanceof Promise ? output.catch(rethrow) : output
    } catch (fault) {
      return rethrow(fault)
    }
  }
  const rethrow = (fault: unknown): never => {
    if (fault instanceof BackgroundError) throw new Refusal('unavailable', fault.message)
    const problem = storageProblem(fault, folder)
    if (problem === null) throw fault
    throw new Refusal(
      'unavailable',
      `That cannot be done right now because ${problem.cause}. ${problem.remedy}`,
    )
  }
  const wrapped = Object.entries(handlers).map(([name, handler]) => [name, wrap(handler)])
  return Object.fromEntries(wrapped) as CommandHandlers // each handler as it was, but for what it throws
}
