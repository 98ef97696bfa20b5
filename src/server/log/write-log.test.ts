import { expect, test } from 'vitest'
import { createManualClock } from '../../clock/manual-clock.ts'
import { createLogWriter, type LogFormat } from './write-log.ts'

function openWriter(format: LogFormat, level: 'info' | 'warn' = 'info') {
  const lines: string[] = []
  const destination = { write: (text: string) => void lines.push(text) }
  return { lines, log: createLogWriter({ format, level, clock: createManualClock(), destination }) }
}

test('as JSON an event has its level, time, name, fields and words', () => {
  const { lines, log } = openWriter('json')
  log({ event: 'client-left', clientId: 'alice', closeCode: 1006 })
  expect(JSON.parse(lines[0] ?? '')).toEqual({
    level: 'info',
    time: '2026-01-01T00:00:00.000Z',
    event: 'client-left',
    clientId: 'alice',
    closeCode: 1006,
    msg: '"alice" left (1006)',
  })
})

test('as text an event is one line for people', () => {
  const { lines, log } = openWriter('text')
  log({ event: 'request-failed', method: 'POST', reason: 'no\nspace\u001b[2J' })
  expect(lines).toEqual(['2026-01-01T00:00:00.000Z error POST failed: no space [2J\n'])
})

test.each(['json', 'text'] as const)('%s: below the level nothing is written', (format) => {
  const { lines, log } = openWriter(format, 'warn')
  log({ event: 'client-connected', clientId: 'alice' })
  expect(lines).toEqual([])
  log({ event: 'kept-in-memory' })
  expect(lines).toHaveLength(1)
})

test.each(['json', 'text'] as const)('%s: a hostile client id stays one short line', (format) => {
  const { lines, log } = openWriter(format)
  log({ event: 'client-connected', clientId: `a\n"}\u001b[2J\u202e${'x'.repeat(10_000)}` })
  expect(lines).toHaveLength(1)
  expect(lines[0]).toMatch(/^[^\n]{1,600}\n$/)
  expect(lines[0]).not.toContain('\u001b')
})
