/** Every command of the window, in the order in which they are listed. */
import { goCommands } from './go-commands.ts'
import { listCommands } from './list-commands.ts'
import { pickCommands } from './pick-commands.ts'
import { rowCommands } from './row-commands.ts'
import type { WindowCommand } from './window-command.ts'
import { windowCommands } from './window-commands.ts'

export const allCommands: readonly WindowCommand[] = [
  ...listCommands,
  ...rowCommands,
  ...pickCommands,
  ...goCommands,
  ...windowCommands,
]

/** @throws when there is none: its name is written in the code */
export function commandOf(id: string): WindowCommand {
  const command = allCommands.find((each) => each.id === id)
  if (command === undefined) throw new Error(`There is no command "${id}".`)
  return command
}
