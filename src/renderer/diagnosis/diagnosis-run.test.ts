import { expect, test } from 'vitest'
import { sampleSnapshot } from '../store/sample-snapshot.ts'
import { storeUnderTest } from '../store/store-under-test.ts'
import { createDiagnosisRun, type DiagnosisView } from './diagnosis-run.ts'
import { sampleStep } from './sample-steps.ts'

async function runUnderTest() {
  const under = await storeUnderTest(sampleSnapshot())
  const shown: DiagnosisView[] = []
  const { client } = under.store
  const run = createDiagnosisRun({ client, show: (view) => shown.push(view), now: () => 500 })
  return { ...under, run, last: () => shown.at(-1), shown }
}

const step = sampleStep()

test('steps are shown as they come, and the answer in the end', async () => {
  const { run, tell, answer, frame, last, inputs } = await runUnderTest()
  answer('diagnose', { steps: [step, step], isCancelled: false })
  run.start(null)
  expect(last()).toEqual({ kind: 'running', address: null, steps: [] })
  tell('diagnosisProgressed', step)
  expect(last()).toEqual({ kind: 'running', address: null, steps: [step] })
  await frame()
  expect(last()).toEqual({ kind: 'over', address: null, steps: [step, step], isCancelled: false, at: 500 })
  expect(inputs('diagnose')).toEqual([{}])
})

test('what others are told while none runs here is not shown', async () => {
  const { run, tell, answer, frame, shown } = await runUnderTest()
  answer('diagnose', { steps: [], isCancelled: false })
  tell('diagnosisProgressed', step)
  run.start('wss://example.org')
  await frame()
  const count = shown.length
  tell('diagnosisProgressed', step)
  expect(shown).toHaveLength(count)
})

test('a refusal is said', async () => {
  const { run, refuseNext, frame, last } = await runUnderTest()
  refuseNext('Not now.')
  run.start(null)
  await frame()
  expect(last()).toEqual({ kind: 'failed', problem: 'Not now.' })
})

test('only the later of two is shown', async () => {
  const { run, answerBy, frame, shown } = await runUnderTest()
  answerBy('diagnose', ({ source }) => ({ steps: [], isCancelled: source === undefined }))
  run.start(null)
  run.start('wss://example.org')
  await frame()
  expect(shown.filter(({ kind }) => kind === 'over')).toEqual([
    { kind: 'over', address: 'wss://example.org', steps: [], isCancelled: false, at: 500 },
  ])
})

test('its end cancels what is under way, and only that', async () => {
  const { run, answer, asked, frame, shown } = await runUnderTest()
  answer('diagnose', { steps: [], isCancelled: true })
  run.cancel()
  expect(asked('cancelDiagnosis')).toBe(0)
  run.start(null)
  run.dispose()
  await frame()
  expect(asked('cancelDiagnosis')).toBe(1)
  expect(shown.map(({ kind }) => kind)).toEqual(['running'])
})
