/** A store on a host that does what a test says: no sockets, no frames by themselves. */
import { createContractClient, type Transport } from '../../contract/client.ts'
import type { CommandInput, CommandName, CommandOutput } from '../../contract/commands.ts'
import type { EventData, EventName } from '../../contract/events.ts'
import type { Change, Snapshot } from '../../contract/snapshot.ts'
import { english } from '../../i18n/i18n-under-test.ts'
import { sampleRow } from '../list/sample-rows.ts'
import { createManualSchedule } from '../time/manual-schedule.ts'
import type { ViewState } from '../view-state/view-state-schema.ts'
import type { WindowState } from './window-state.ts'
import { createWindowStore, type WindowStore } from './window-store.ts'

export type StoreUnderTest = {
  readonly store: WindowStore
  shown(): WindowState
  /** Lets calls be answered and draws a frame. */
  frame(): Promise<void>
  change(revision: number, change: Change, runId?: string): void
  /** Another event than a change. */
  tell<Name extends EventName>(name: Name, data: EventData<Name>): void
  answerSnapshot(snapshot: Snapshot): void
  refuseNext(message: string): void
  setHost(isThere: boolean): void
  advance(byMs: number): void
  /** How often a command was asked for. */
  asked(command: string): number
  /** What a command was asked for, each time. */
  inputs(command: string): readonly unknown[]
  /** From now on a command is answered with this. */
  answer<Name extends CommandName>(command: Name, output: CommandOutput<Name>): void
  answerBy<Name extends CommandName>(
    command: Name,
    answer: (input: CommandInput<Name>) => CommandOutput<Name>,
  ): void
}

/** The history knows this row no more. */
export const goneRowId = 404

export async function storeUnderTest(
  first: Snapshot,
  lastView: ViewState | null = null,
): Promise<StoreUnderTest> {
  const clock = createManualSchedule()
  const calls: { readonly command: string; readonly input: unknown }[] = []
  const frames: (() => void)[] = []
  const listeners = new Set<(name: unknown, data: unknown) => void>()
  let snapshot = first
  let refusal: string | null = null
  let tellHost = (_isThere: boolean): void => {}

  const answers: Record<string, (input: unknown) => unknown> = {
    getSnapshot: () => snapshot,
    listNotifications: () => ({ rows: [], hasOlder: false, hasNewer: false }),
    searchNotifications: () => ({ kind: 'found', rows: [], hasOlder: false, hasNewer: false }),
    getNotification: (input) => {
      const { rowId } = input as CommandInput<'getNotification'>
      return rowId === goneRowId ? null : { ...sampleRow(rowId), frame: '{}' }
    },
    getStory: () => ({ steps: [] }),
    deleteNotifications: () => ({ jobId: 1 }),
  }
  const transport: Transport = {
    async invoke(command, input) {
      calls.push({ command, input })
      const message = refusal
      refusal = null
      if (message !== null) return { ok: false, error: { code: 'unavailable', message } }
      const answer = answers[command] ?? (() => ({}))
      return { ok: true, output: answer(input) }
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    watchHost(listener) {
      tellHost = listener
      listener(true)
      return () => {}
    },
  }
  const failTest = (problem: string): void => {
    throw new Error(problem)
  }
  const store = createWindowStore({
    i18n: () => english,
    client: createContractClient(transport, failTest),
    watchHost: transport.watchHost,
    now: () => 500,
    schedule: clock.schedule,
    onNextFrame: (run) => frames.push(run),
    slot: 'test',
    lastView,
    reportProblem: failTest,
  })
  const under: StoreUnderTest = {
    store,
    shown: () => store.cell.published(),
    async frame() {
      // A call takes a few turns of the microtask queue; a macrotask comes after all of them.
      await new Promise((resolve) => setTimeout(resolve))
      for (const run of frames.splice(0)) run()
    },
    change(revision, change, runId = 'run-1') {
      for (const listener of listeners) listener('stateChanged', { runId, revision, changes: [change] })
    },
    tell(name, data) {
      for (const listener of listeners) listener(name, data)
    },
    answerSnapshot(next) {
      snapshot = next
    },
    refuseNext(message) {
      refusal = message
    },
    setHost: (isThere) => tellHost(isThere),
    advance: clock.advance,
    asked: (command) => under.inputs(command).length,
    inputs: (command) => calls.filter((call) => call.command === command).map(({ input }) => input),
    answer(command, output) {
      answers[command] = () => output
    },
    answerBy(command, answer) {
      answers[command] = answer as (input: unknown) => unknown // what it is asked for is its own input
    },
  }
  await under.frame()
  return under
}
