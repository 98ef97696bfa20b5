/** The host's side of the contract: a request of any shape in, a reply out. Never throws, never answers undefined. */
import { type CommandHandlers, type CommandName, commands, isCommandName } from './commands.ts'
import { Refusal, type Reply } from './refusal.ts'
import { validate } from './validate.ts'

export type Dispatch = (command: unknown, input: unknown) => Promise<Reply>

/**
 * @param handlers one for each command
 * @param reportFault told of what went wrong inside a handler; the window gets a sentence without its details
 */
export function createDispatch(handlers: CommandHandlers, reportFault: (fault: unknown) => void): Dispatch {
  return async (command, input) => {
    if (!isCommandName(command))
      return refuse(new Refusal('unknown-command', `There is no command ${String(command)}.`))
    const checked = validate(commands[command].input, input)
    if (!checked.ok) {
      return refuse(new Refusal('bad-input', `${command} cannot take that: ${checked.problem}.`))
    }
    try {
      return { ok: true, output: await run(handlers, command, checked.value) }
    } catch (fault) {
      if (fault instanceof Refusal) return refuse(fault)
      reportFault(fault)
      return refuse(new Refusal('internal', `${command} failed inside Tocsin. The log has the details.`))
    }
  }
}

function run(handlers: CommandHandlers, command: CommandName, input: unknown): unknown {
  // The input was checked against this very command's schema; the compiler cannot relate the two maps.
  const handler = handlers[command] as (input: unknown) => unknown
  return handler(input)
}

const refuse = (refusal: Refusal): Reply => ({
  ok: false,
  error: { code: refusal.code, message: refusal.message },
})
