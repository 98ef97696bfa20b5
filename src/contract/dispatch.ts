/** The host's side of the contract: a request of any shape in, a reply out. Never throws, never answers undefined. */
import { type CommandHandlers, type CommandName, commands } from './commands.ts'
import { Refusal } from './refusal.ts'
import type { Reply } from './reply.ts'
import { validate } from './validate.ts'

export type Dispatch = (command: unknown, input: unknown) => Promise<Reply>

/**
 * @param handlers one for each command
 * @param reportFault told of what went wrong inside a handler
 * @param sayFailed what the window is told of it: a sentence for people, without its details
 */
export function createDispatch(
  handlers: CommandHandlers,
  reportFault: (fault: unknown) => void,
  sayFailed: (command: CommandName) => string,
): Dispatch {
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
      return refuse(new Refusal('internal', sayFailed(command)))
    }
  }
}

function run(handlers: CommandHandlers, command: CommandName, input: unknown): unknown {
  // The input was checked against this very command's schema; the compiler cannot relate the two maps.
  const handler = handlers[command] as (input: unknown) => unknown
  return handler(input)
}

const isCommandName = (value: unknown): value is CommandName =>
  typeof value === 'string' && Object.hasOwn(commands, value)

const refuse = (refusal: Refusal): Reply => ({
  ok: false,
  error: { code: refusal.code, message: refusal.message },
})
