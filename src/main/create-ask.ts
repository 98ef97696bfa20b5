/** Commands of those who can show no refusal, such as a menu: the activity log shows it. */
import type { CommandInput, CommandName } from '../contract/commands.ts'
import type { Dispatch } from '../contract/dispatch.ts'

export type Ask = <Name extends CommandName>(command: Name, input: CommandInput<Name>) => void

/** @param note takes a sentence, in the language of now, for the activity log */
export function createAsk(dispatch: Dispatch, note: (text: string) => void): Ask {
  return (command, input) => {
    void dispatch(command, input).then((reply) => {
      if (!reply.ok) note(reply.error.message)
    })
  }
}
