/** A diagnosis for tests, with real sockets, on a clock that stands still. */
import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { onTestFinished } from 'vitest'
import { createManualClock, type ManualClock } from '../../clock/manual-clock.ts'
import type { Diagnosis as Diagnosed, DiagnosisCheck, DiagnosisStep } from '../../contract/diagnosis.ts'
import { type Settings, settingNames, settingsTable } from '../../contract/settings-table.ts'
import { speakEnglish } from '../../i18n/speak-english.ts'
import { say } from '../../i18n/wording.ts'
import { resolveEndpoint } from '../../protocol/endpoint.ts'
import { describeEndpointProblem } from '../connection/endpoint-problem.ts'
import type { Check } from './check.ts'
import { createDiagnosis, type Diagnosis } from './diagnosis.ts'
import type { Finding } from './finding.ts'
import type { NetworkDeps } from './network-checks.ts'
import type { LiveConnection } from './subject.ts'

export const defaultSettings = Object.fromEntries(
  settingNames.map((name): [string, unknown] => [name, settingsTable[name].default]),
) as Settings // each name of the table, with a value of its schema

export const inEnglish = (finding: Finding): DiagnosisStepWords => ({
  ...finding,
  text: say(speakEnglish(), finding.text),
})
type DiagnosisStepWords = Pick<DiagnosisStep, 'outcome' | 'text' | 'detail'>

export type DiagnosisSetup = Partial<Settings> &
  Pick<NetworkDeps, 'lookUp' | 'connectTcp'> & {
    readonly token?: string
    inUse?(): LiveConnection
    readonly ownChecks?: readonly Check[]
    /** Milliseconds since the epoch. */
    readonly startAt?: number
  }

export type DiagnosisUnderTest = {
  readonly clock: ManualClock
  readonly diagnosis: Diagnosis
  /** As they were told. */
  readonly steps: readonly DiagnosisStep[]
  /** Of the source in use. */
  run(): Promise<Diagnosed>
  /** Resolves once a step that is not told yet is waited for, after that one. */
  isPast(check: DiagnosisCheck): Promise<void>
}

export function diagnosing({
  lookUp,
  connectTcp,
  token,
  inUse,
  ownChecks = [],
  startAt,
  ...wanted
}: DiagnosisSetup): DiagnosisUnderTest {
  const clock = createManualClock(startAt)
  const steps: DiagnosisStep[] = []
  const settings: Settings = { ...defaultSettings, clientId: 'alice', proxy: '', ...wanted }
  const diagnosis = createDiagnosis({
    ...{ clock, ownChecks, i18n: speakEnglish },
    ...(lookUp === undefined ? {} : { lookUp }),
    ...(connectTcp === undefined ? {} : { connectTcp }),
    subject: (other) => ({
      settings,
      async resolve(clientId) {
        const address = other ?? settings.source
        const endpoint = resolveEndpoint(address, clientId)
        if (endpoint.ok) return endpoint
        return { ok: false, problem: describeEndpointProblem(endpoint.problem, address, clientId) }
      },
      accessToken: () => Promise.resolve(token ?? null),
      inUse: () => inUse?.() ?? null,
    }),
    onStep: (step) => steps.push(step),
  })
  onTestFinished(() => diagnosis[Symbol.dispose]())
  return {
    ...{ clock, diagnosis, steps },
    run: async () => await diagnosis.commands.diagnose({}),
    async isPast(check) {
      while (!steps.some((step) => step.check === check)) await nextTurn()
      // The next one is begun in the same turn.
      await nextTurn()
    },
  }
}

export type TcpServer = {
  readonly port: number
  readonly sockets: ReadonlySet<Socket>
  /** Resolves once so many connections were accepted, and all of them are gone. */
  sees(acceptedCount: number): Promise<void>
}

/** Takes connections and says nothing. */
export async function startSilentServer(): Promise<TcpServer> {
  const sockets = new Set<Socket>()
  let acceptedCount = 0
  const server = createServer((socket) => {
    acceptedCount += 1
    sockets.add(socket)
    socket.on('error', () => {}).resume()
    socket.on('close', () => {
      sockets.delete(socket)
      server.emit('down')
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  return {
    port: (server.address() as AddressInfo).port, // a TCP server has an address of this form
    sockets,
    async sees(count) {
      while (acceptedCount < count || sockets.size > 0) await once(server, 'down')
    },
  }
}
