/** Makes the mock that the command line asks for: reads its files, and lets flags go before what the scenario says. */
import { readFile, stat } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import type { Clock, Random } from '../../clock/clock.ts'
import { messageOf } from '../message-of.ts'
import { createMock, type Mock } from './create-mock.ts'
import { isMockWished, type MockWish } from './mock-problem.ts'
import { type RecordedFrame, readRecording } from './replay/read-recording.ts'
import { parseMix } from './scenario/parse-mix.ts'
import { readScenario } from './scenario/read-scenario.ts'
import type { Scenario } from './scenario/scenario.ts'

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
  if (!isMockWished(wish)) return null
  const { scenario: file } = wish
  const scenario = applyFlags(file === null ? {} : await loadScenario(file), wish)
  return createMock(scenario, { ...deps, recording: await loadRecording(scenario) })
}

/** What it replays is named from where it lies itself. */
async function loadScenario(file: string): Promise<Scenario> {
  const read = readScenario(await readText(file, maxScenarioBytes))
  if (!read.ok) throw new MockError(`${file}: ${read.problem} (docs/mocking.md tells what may be there)`)
  const { replay } = read.scenario
  if (!replay) return read.scenario
  return { ...read.scenario, replay: { ...replay, file: resolve(dirname(file), replay.file) } }
}

/** A mix by flag takes the place of a replay, and a replay by flag that of a mix. */
function applyFlags(scenario: Scenario, wish: MockWish): Scenario {
  const { mix, replay, ...rest } = scenario
  const flagMix = wish.mix === null ? null : parseMix(wish.mix)
  const seed = wish.seed ?? rest.seed
  const kept = seed === undefined ? rest : { ...rest, seed }
  if (flagMix) return { ...kept, mix: flagMix }
  const file = wish.replay ?? replay?.file
  if (file === undefined) {
    if (wish.speed !== null) throw new MockError('--speed needs a recording: give --replay FILE too')
    return mix ? { ...kept, mix } : kept
  }
  return { ...kept, replay: { ...replay, file, speed: wish.speed ?? replay?.speed ?? 1 } }
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
    throw new MockError(
      isMissing(error) ? `There is no file ${file}` : `${file} cannot be read: ${messageOf(error)}`,
    )
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new MockError(`${file}: it is not UTF-8`)
  }
}

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT'
