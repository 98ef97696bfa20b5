/** The test's end of a stand-in: starts its process, asks it, and passes its reports on. */
import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import { builtFiles, packageRoot } from '../../program/paths.ts'
import { type RunningProgram, watchProgram } from '../../program/running-program.ts'
import type { AskAnswer, AskInput, AskName, Report } from '../messages.ts'

export type StandInProcess = {
  readonly program: RunningProgram
  /** @throws Error with the stand-in's own words when it cannot be done */
  ask<Name extends AskName>(name: Name, input: AskInput<Name>): Promise<AskAnswer<Name>>
}

/**
 * @param environment besides the test's own
 * @param onReport told in the order in which things happen
 */
export function startStandIn(
  flags: readonly string[],
  environment: Readonly<Record<string, string>>,
  onReport: (report: Report) => void,
): StandInProcess {
  const child = fork(
    join(import.meta.dirname, '..', 'process', 'run-app.ts'),
    [packageRoot, builtFiles.main, ...flags],
    // Advanced: what passes is a structured clone, as over Electron's own IPC.
    {
      serialization: 'advanced',
      silent: true,
      execArgv: ['--expose-gc'],
      env: { ...cleanEnvironment(), ...environment },
    },
  )
  const program = watchProgram(child)
  const ask = createAsking(child, program, onReport)
  return { program, ask }
}

function createAsking(
  child: ChildProcess,
  program: RunningProgram,
  onReport: (report: Report) => void,
): StandInProcess['ask'] {
  type Waiting = { resolve(answer: unknown): void; reject(error: Error): void }
  const waiting = new Map<number, Waiting>()
  let lastAskId = 0

  child.on('message', (message) => {
    const report = message as Report // from our own process, over our own channel
    if (report.is !== 'answered' && report.is !== 'refused') {
      onReport(report)
      return
    }
    const asked = waiting.get(report.askId)
    waiting.delete(report.askId)
    if (report.is === 'answered') asked?.resolve(report.answer)
    else asked?.reject(new Error(report.problem))
  })
  void program.ended.then(() => {
    for (const { reject } of waiting.values()) reject(new Error('The app has ended.'))
    waiting.clear()
  })

  return (name, input) => {
    const { promise, resolve, reject } = Promise.withResolvers<unknown>()
    const askId = ++lastAskId
    waiting.set(askId, { resolve, reject })
    child.send({ askId, name, input }, (error) => {
      if (error !== null) reject(error)
    })
    return promise as Promise<AskAnswer<typeof name>> // answered by this very name
  }
}

/** Playwright's own settings for its workers are none of the app's. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const { NODE_OPTIONS: _, FORCE_COLOR: _color, ...environment } = process.env
  return environment
}
