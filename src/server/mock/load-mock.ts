/** Makes the mock that the command line asks for: reads its files, and lets flags go before what the scenario says. */
import { readFile, stat } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import type { Clock, Random } from '../../clock/clock.ts'
import { messageOf } from '../message-of.ts'
import { createMock, type Mock } from './create-mock.ts'
import { type RecordedFrame, readRecording } from './replay/read-recording.ts'
import { checkScenario, readScenario } from './scenario/read-scenario.ts'
import type { Mix, Scenario } from './scenario/scenario.ts'

/** As flags give it; undefined: not given. Paths are as the process takes them. */
export type MockWish = {
  readonly scenario?: string | undefined
  readonly mix?: Mix | undefined
  readonly seed?: number | undefined
  readonly replay?: string | undefined
  readonly speed?: number | undefined
}

/** What is asked of the mock cannot be done. The message is one line that names the file, and what is wrong where. */
export class MockError extends Error {
  override readonly name = 'MockError'
}

/** Files are held in memory whole. */
const maxScenarioBytes = 1024 * 1024
const maxRecordingBytes = 256 * 1024 * 1024

/**
 * @returns null where nothing of it is asked for
 * @throws MockError
 */
export async function loadMock(
  wish: MockWish,
  deps: { readonly clock: Clock; readonly random: Random },
): Promise<Mock | null> {
  if (Object.values(wish).every((value) => value === undefined)) return null
  const { scenario: file } = wish
  const read = file === undefined ? checkScenario({}) : readScenario(await readText(file, maxScenarioBytes))
  if (!read.ok) throw new MockError(`${file}: ${read.problem}`)
  const scenario = applyFlags(read.scenario, wish, file)
  return createMock(scenario, { ...deps, recording: await loadRecording(scenario) })
}

/** A mix by flag takes the place of a replay, and a replay by flag that of a mix. */
function applyFlags(scenario: Scenario, wish: MockWish, file: string | undefined): Scenario {
  const { mix, replay, ...rest } = scenario
  const { seed = rest.seed } = wish
  const kept = seed === undefined ? rest : { ...rest, seed }
  if (wish.mix) return { ...kept, mix: wish.mix }
  if (wish.replay === undefined && mix) return { ...kept, mix }
  const replayed = wish.replay ?? (replay && resolve(dirname(file ?? ''), replay.file))
  if (replayed === undefined) {
    if (wish.speed !== undefined) throw new MockError('--speed needs a recording: give --replay FILE too')
    return kept
  }
  const speed = wish.speed ?? replay?.speed ?? 1
  return { ...kept, replay: { atEnd: 'stop', ...replay, file: replayed, speed } }
}

async function loadRecording({ replay }: Scenario): Promise<readonly RecordedFrame[] | null> {
  if (!replay) return null
  const read = readRecording(await readText(replay.file, maxRecordingBytes))
  if (!read.ok) throw new MockError(`${replay.file}: ${read.problem}`)
  return read.frames
}

async function readText(file: string, maxBytes: number): Promise<string> {
  let bytes: Buffer
  try {
    const { size } = await stat(file)
    if (size > maxBytes) throw new Error(`it is larger than ${maxBytes / 1024 / 1024} MiB`)
    bytes = await readFile(file)
  } catch (error) {
    throw new MockError(`${file} cannot be read: ${messageOf(error)}`)
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new MockError(`${file}: it is not UTF-8`)
  }
}
