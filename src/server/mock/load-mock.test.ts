import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createManualClock } from '../../clock/manual-clock.ts'
import { temporaryFolder } from '../../testing/temporary-folder.ts'
import { loadMock, MockError } from './load-mock.ts'
import type { MockPort } from './mock-port.ts'
import { type MockWish, mockProblemOf } from './mock-problem.ts'

const nothing: MockWish = { scenario: null, mix: null, seed: null, replay: null, speed: null }
const clock = createManualClock()
const load = (wish: Partial<MockWish>) => loadMock({ ...nothing, ...wish }, { clock, random: () => 0.25 })

function write(text: string, name = 'scenario.json', folder = temporaryFolder()): string {
  const file = join(folder, name)
  writeFileSync(file, text)
  return file
}

/** What a client gets in a minute at a frequency of a second. */
async function framesOf(wish: Partial<MockWish>): Promise<string[]> {
  const mock = await load(wish)
  const frames: string[] = []
  const ignored = (): void => {}
  const port: MockPort = {
    ...{ remember: ignored, say: ignored, close: ignored, cut: ignored, fallSilent: ignored },
    send: (frame) => void frames.push(String(frame)),
  }
  using session = mock?.open('alice', port)
  session?.setFrequency(1)
  clock.advance(60_000)
  return frames
}

const typesOf = (frames: readonly string[]): Set<string> =>
  new Set(frames.map((frame) => JSON.parse(frame).type))

test('nothing asked for is no mock', async () => {
  expect(await load({})).toBeNull()
})

test('the seed is the flag’s, or the scenario’s, or drawn', async () => {
  const scenario = write('{"seed": 7}')
  expect((await load({ scenario }))?.seed).toBe(7)
  expect((await load({ scenario, seed: 8 }))?.seed).toBe(8)
  expect((await load({ mix: 'info=1' }))?.seed).toBe(2 ** 30)
})

test('a mix by flag goes before that of the scenario', async () => {
  const scenario = write('{"mix": {"error": 1}}')
  expect(typesOf(await framesOf({ scenario }))).toEqual(new Set(['error']))
  expect(typesOf(await framesOf({ scenario, mix: 'info=1,warning=1' }))).toEqual(new Set(['info', 'warning']))
})

test('a recording is looked for beside its scenario, and one by flag where one is', async () => {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'tapes'))
  write('{"type":"info","id":"a"}', 'tapes/a.jsonl', folder)
  const other = write('{"type":"info","id":"b"}\n{"type":"info","id":"c"}')
  const scenario = write('{"replay": {"file": "tapes/a.jsonl"}}', 'scenario.json', folder)
  expect(await framesOf({ scenario })).toEqual(['{"type":"info","id":"a"}'])
  expect(await framesOf({ scenario, replay: other, speed: 10 })).toHaveLength(2)
  expect(await framesOf({ replay: other })).toHaveLength(2)
})

test.each([
  ['{"seed": "x"}', /scenario\.json: seed must be integer \(docs/],
  ['{', /scenario\.json: it is not JSON: /],
  ['{"replay": {"file": "none.jsonl"}}', /^There is no file .*none\.jsonl$/],
])('the scenario %s is refused with its file', async (text, message) => {
  const loading = load({ scenario: write(text) })
  await expect(loading).rejects.toThrow(message)
  await expect(loading).rejects.toBeInstanceOf(MockError)
})

test('a file that is not there, no file, or not UTF-8 is said', async () => {
  await expect(load({ scenario: '/none.json' })).rejects.toThrow('There is no file /none.json')
  await expect(load({ replay: temporaryFolder() })).rejects.toThrow(/cannot be read: EISDIR/)
  const file = join(temporaryFolder(), 'a.jsonl')
  writeFileSync(file, Buffer.from([0x7b, 0xff, 0x7d]))
  await expect(load({ replay: file })).rejects.toThrow(/it is not UTF-8$/)
  await expect(load({ replay: write('{}\nx', 'b.jsonl') })).rejects.toThrow(
    /b\.jsonl: line 2 is not a JSON object$/,
  )
  await expect(load({ scenario: write('{}'), speed: 3 })).rejects.toThrow('--speed needs a recording')
})

test.each<[Partial<MockWish>, boolean, RegExp | null]>([
  [{}, false, null],
  [{ seed: 1 }, true, null],
  [{ mix: 'info=1' }, true, null],
  [{ seed: 1 }, false, /--no-demo and the options of the mock contradict/],
  [{ mix: 'system=1' }, true, /--mix needs weights .+ and "system=1" has none/],
  [{ mix: 'info=1', replay: 'a' }, true, /--mix and --replay cannot go together/],
  [{ mix: 'info=1', speed: 2, scenario: 'a' }, true, /--mix and --speed cannot go together/],
  [{ speed: 2 }, true, /--speed needs a recording/],
])('%j with demo %j: %s', (wish, demo, problem) => {
  const found = mockProblemOf({ ...nothing, ...wish, demo })
  if (problem === null) expect(found).toBeNull()
  else expect(found).toMatch(problem)
})
