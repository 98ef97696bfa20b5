import { expect, test } from 'vitest'
import { judgeRevision } from './revision-gate.ts'

const position = { runId: 'a', revision: 5 }

test.each([
  [{ runId: 'a', revision: 6 }, 'next'],
  [{ runId: 'a', revision: 5 }, 'stale'],
  [{ runId: 'a', revision: 2 }, 'stale'],
  [{ runId: 'a', revision: 7 }, 'gap'],
  [{ runId: 'b', revision: 6 }, 'gap'],
  [{ runId: 'b', revision: 1 }, 'gap'],
] as const)('%j is %s', (event, judgement) => {
  expect(judgeRevision(position, event)).toBe(judgement)
})
