import fc from 'fast-check'
import { Check } from 'typebox/value'
import { expect, test } from 'vitest'
import { faultSchemas } from './fault-schemas.ts'
import { readScenario } from './read-scenario.ts'
import { Scenario } from './scenario.ts'

const read = (value: unknown) => readScenario(JSON.stringify(value))

const everything = {
  $schema: './schema.json',
  description: 'All there is',
  seed: 7,
  mix: { info: 1, error: 0 },
  faults: [
    { fault: 'drop', when: { every: 5 } },
    { fault: 'duplicate', when: { probability: 0.5 }, copies: 2 },
    { fault: 'delay', when: { nth: 2 }, ms: [100, 100], connection: 1 },
    { fault: 'reorder', when: { first: 9 }, window: 4 },
    { fault: 'malformed', when: { duringSeconds: [3, 4] }, kinds: ['array', 'empty'] },
    { fault: 'half-open', when: { atSecond: 3 }, forSeconds: 40 },
    { fault: 'close', when: { nth: 3 }, code: 4000, reason: 'Enough' },
    { fault: 'cut', when: { nth: 4 } },
    { fault: 'refuse', status: 503, retryAfterSeconds: 2 },
    { fault: 'acknowledgement', answer: 'late', ms: [0, 10] },
    { fault: 'ignore-frequency' },
  ],
}

test('every fault there is can be asked for', () => {
  expect(read(everything)).toEqual({ ok: true, scenario: everything })
  expect(everything.faults.map(({ fault }) => fault)).toEqual(Object.keys(faultSchemas))
  expect(Check(Scenario, everything)).toBe(true)
  expect(read({})).toEqual({ ok: true, scenario: {} })
})

const fault = (fields: object) => ({ faults: [{ fault: 'cut', when: { nth: 1 } }, fields] })
const cases: [value: unknown, problem: string][] = [
  [[], 'it must be object'],
  [{ sed: 1 }, 'it has "sed", which is not known there'],
  [{ seed: -1 }, 'seed must be >= 0'],
  [{ seed: 0.5 }, 'seed must be integer'],
  [{ mix: { system: 1 } }, 'mix has "system", which is not known there'],
  [{ mix: { info: 0 } }, 'mix must have a weight above 0'],
  [{ replay: {} }, 'replay lacks "file"'],
  [{ replay: { file: 'a', speed: 1001 } }, 'replay.speed must be <= 1000'],
  [{ replay: { file: 'a', atEnd: 'pause' } }, 'replay.atEnd must be one of "stop", "loop"'],
  [
    { replay: { file: 'a' }, mix: { info: 1 } },
    'mix and replay cannot go together: a replay has its own mix',
  ],
  [{ faults: {} }, 'faults must be array'],
  [fault({ fault: 'drop', when: { every: 0 } }), 'faults[1].when.every must be >= 1'],
  [fault({ fault: 'drop', when: {} }), 'faults[1].when must have exactly one field'],
  [fault({ fault: 'drop', when: { every: 2, nth: 1 } }), 'faults[1].when must have exactly one field'],
  [fault({ fault: 'drop', when: { evry: 2 } }), 'faults[1].when has "evry", which is not known there'],
  [fault({ fault: 'drop', code: 1000 }), 'faults[1] has "code", which is not known there'],
  [
    fault({ fault: 'drop', when: { duringSeconds: [2, 2] } }),
    'faults[1].when.duringSeconds must end after it begins',
  ],
  [fault({ fault: 'delay' }), 'faults[1] lacks "ms"'],
  [fault({ fault: 'delay', ms: [5, 1] }), 'faults[1].ms must begin with the smaller one'],
  [fault({ fault: 'delay', ms: [5, 'x'] }), 'faults[1].ms[1] must be integer'],
  [fault({ fault: 'cut' }), 'faults[1] lacks "when"'],
  [
    fault({ fault: 'close', when: { nth: 1 }, code: 1006 }),
    'faults[1].code must be 1000 to 1003, 1007 to 1014, or 3000 to 4999: others cannot be sent',
  ],
  [
    fault({ fault: 'close', when: { nth: 1 }, code: 1000, reason: 'ä'.repeat(62) }),
    'faults[1].reason must be at most 123 bytes long',
  ],
  [fault({ fault: 'refuse', status: 101 }), 'faults[1].status must be >= 200'],
  [
    fault({ fault: 'malformed', kinds: ['x'] }),
    expect.stringMatching(/^faults\[1\]\.kinds\[0\] must be one of "not-json"/),
  ],
  [fault({ fault: 'dorp' }), expect.stringMatching(/^faults\[1\]\.fault must be one of drop, duplicate, /)],
  [{ faults: ['drop'] }, 'faults[0] must be an object with a "fault"'],
]
test.each(cases)('%j is refused with its place', (value, problem) => {
  expect(read(value)).toEqual({ ok: false, problem })
})

test('what is not JSON is said to be none', () => {
  expect(readScenario('{"seed": 1,}')).toMatchObject({
    ok: false,
    problem: expect.stringMatching(/^it is not JSON: /),
  })
})

test('whatever the file holds, it is read or refused in one line', () => {
  const names = fc.constantFrom(...Object.keys(faultSchemas))
  const values = fc.oneof(fc.jsonValue(), fc.record({ every: fc.jsonValue() }), fc.constant([1, 2]))
  const faults = fc.array(
    fc.record(
      { fault: names, when: values, ms: values, code: values, kinds: values },
      { requiredKeys: ['fault'] },
    ),
  )
  fc.assert(
    fc.property(fc.oneof(fc.jsonValue(), fc.record({ faults })), (value) => {
      const outcome = read(value)
      return outcome.ok ? Check(Scenario, value) : /^[^\n]+$/.test(outcome.problem)
    }),
  )
})
