import { expect, test } from 'vitest'
import type { DiagnosisStep } from '../../contract/diagnosis.ts'
import { sampleSnapshot } from '../store/sample-snapshot.ts'
import { shouldWelcome } from './should-welcome.ts'
import { sourceVerdict } from './source-verdict.ts'

const step = (check: DiagnosisStep['check'], outcome: DiagnosisStep['outcome']): DiagnosisStep => ({
  ...{ check, outcome, text: `${check} is ${outcome}.`, detail: null, tookMs: 1 },
})

test('an address is good when all of its way is', () => {
  const steps = [step('dns', 'good'), step('first-frame', 'good')]
  expect(sourceVerdict({ steps, isCancelled: false })).toEqual({ kind: 'good' })
})

test('one that answers and says nothing can be used', () => {
  const steps = [step('dns', 'good'), step('first-frame', 'doubtful')]
  expect(sourceVerdict({ steps, isCancelled: false })).toEqual({ kind: 'quiet' })
})

test('what is bad is said in its own words, also when the test was ended after it', () => {
  const steps = [step('dns', 'good'), step('tcp', 'bad')]
  expect(sourceVerdict({ steps, isCancelled: true })).toEqual({ kind: 'bad', problem: 'tcp is bad.' })
  expect(sourceVerdict({ steps: [step('dns', 'good')], isCancelled: true })).toEqual({ kind: 'cancelled' })
})

test('the first steps are shown once, and not to who has chosen a source already', () => {
  const { settings, source } = sampleSnapshot()
  const fresh = { settings: { ...settings, source: '', isWelcomed: false }, source }
  expect(shouldWelcome(null)).toBe(false)
  expect(shouldWelcome(fresh)).toBe(true)
  expect(shouldWelcome({ ...fresh, settings: { ...fresh.settings, isWelcomed: true } })).toBe(false)
  expect(shouldWelcome({ ...fresh, source: { ...source, isOverride: true } })).toBe(false)
  expect(shouldWelcome({ ...fresh, settings: { ...fresh.settings, source: 'wss://a.example' } })).toBe(false)
})
