import { expect, test } from 'vitest'
import { english } from '../../i18n/i18n-under-test.ts'
import { reportText, verdict } from './diagnosis-words.ts'
import { sampleStep } from './sample-steps.ts'

const good = sampleStep()
const bad = sampleStep({ check: 'dns', outcome: 'bad' })
const doubtful = sampleStep({ check: 'tcp', outcome: 'doubtful' })
const unknown = sampleStep({ check: 'tray', outcome: 'unknown' })

test.each([
  [[good, good], false, 'good', 'All is well.'],
  [[good, unknown], false, 'unknown', 'Nothing is wrong as far as can be told.'],
  [[good, doubtful], false, 'doubtful', '1 step is doubtful.'],
  [[bad, doubtful, bad], false, 'bad', '2 problems were found.'],
  [[good], true, 'unknown', 'Cancelled before its last step.'],
  [[bad], true, 'bad', '1 problem was found.'],
] as const)('%# is summed up', (steps, isCancelled, tone, words) => {
  expect(verdict(english, steps, isCancelled)).toEqual({ tone, words })
})

test('a report is plain text, with who made it and every step', () => {
  const steps = [good, { ...bad, text: 'No such\nname.', detail: 'host a\nserver b', tookMs: 1_240 }]
  const report = reportText(english, steps, {
    capabilities: { version: '1.2.3', host: 'desktop', platform: 'linux' },
    ...{ agent: 'Chrome/1', source: 'wss://example.org/', at: 0, isCancelled: false },
  })
  expect(report).toBe(`Diagnosis by Tocsin 1.2.3 (desktop on linux)
Time: 1970-01-01T00:00:00.000Z
Source: wss://example.org/
Window: Chrome/1
1 problem was found.

[OK] Address (3 ms): The address can be used.
[Problem] Name (1.2 secs): No such name.
    host a
    server b
`)
})
