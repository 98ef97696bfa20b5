/** The window's side of the contract: typed commands and events over any transport, both checked on arrival. */
import { type CommandInput, type CommandName, type CommandOutput, commands } from './commands.ts'
import { type EventData, type EventName, events } from './events.ts'
import { Refusal } from './refusal.ts'
import { ReplySchema } from './reply.ts'
import { validate } from './validate.ts'

/** What a host gives the window. `window.tocsin` in Electron, a WebSocket in a browser. */
export type Transport = {
  /** @returns a reply (see `ReplySchema`), which the caller checks */
  invoke(command: string, input: unknown): Promise<unknown>
  /** @returns its own removal */
  subscribe(listener: (name: unknown, data: unknown) => void): () => void
  /** Told when the host comes or goes. Absent where the host cannot go without the window. */
  watchHost?(listener: (isThere: boolean) => void): () => void
}

export type ContractClient = {
  /** @throws Refusal with a code and a sentence */
  call<Name extends CommandName>(name: Name, input: CommandInput<Name>): Promise<CommandOutput<Name>>
  /** @returns its own removal */
  on<Name extends EventName>(name: Name, listener: (data: EventData<Name>) => void): () => void
}

/** @param reportProblem told of events that are not what the contract says; they are dropped */
export function createContractClient(
  transport: Transport,
  reportProblem: (problem: string) => void,
): ContractClient {
  return {
    async call(name, input) {
      const reply = validate(ReplySchema, await transport.invoke(name, input))
      if (!reply.ok) throw new Refusal('bad-answer', `${name} was answered with something else than a reply.`)
      if (!reply.value.ok) throw new Refusal(reply.value.error.code, reply.value.error.message)
      const output = validate(commands[name].output, reply.value.output)
      if (!output.ok)
        throw new Refusal('bad-answer', `The answer to ${name} is not as agreed: ${output.problem}.`)
      return output.value as CommandOutput<typeof name> // checked against this command's own schema
    },
    on(name, listener) {
      return transport.subscribe((arrived, data) => {
        if (arrived !== name) {
          if (!isEvent(arrived)) reportProblem(`There is no event ${String(arrived)}.`)
          return
        }
        const checked = validate(events[name], data)
        if (checked.ok)
          listener(checked.value as EventData<typeof name>) // checked against its own schema
        else reportProblem(`The event ${name} is not as agreed: ${checked.problem}.`)
      })
    },
  }
}

const isEvent = (name: unknown): boolean => typeof name === 'string' && Object.hasOwn(events, name)
