/** Whatever dies when: each client ends with each notification once, in order for each publisher, none missing. */
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../../../testing/temporary-folder.ts'
import { chaosInWords } from './chaos-report.ts'
import { createProcessNode } from './process-node.ts'
import { runChaos } from './run-chaos.ts'

test('3,000 notifications to 60 clients that come and go, with the server killed five times', {
  timeout: 120_000,
}, async ({ annotate }) => {
  await using node = createProcessNode('--data-dir', join(temporaryFolder(), 'data'))
  const report = await runChaos({
    nodes: [node],
    seed: 7,
    messages: 3_000,
    publishers: 24,
    resumingClients: 54,
    plainClients: 6,
    everyoneShare: 0.1,
    kills: 5,
    comingsShare: 0.3,
    signal: AbortSignal.timeout(110_000),
  })
  await annotate(chaosInWords(report))
  expect(report.isSettled).toBe(true)
  expect(report.wrong).toEqual({
    ...{ missing: 0, repeated: 0, misdelivered: 0, outOfOrder: 0, strangers: 0, broken: 0, waitedInVain: 0 },
  })
  expect(report.stored).toBe(report.due)
  expect(report.trouble.kills).toBe(5)
})
