/** Three servers on one NATS, all of which die now and then: each client ends with each notification once, none missing. */
import { describe, expect, test } from 'vitest'
import { temporaryFolder } from '../../../testing/temporary-folder.ts'
import { missing, startTestNats } from '../nats-cluster.ts'
import { chaosInWords } from './chaos-report.ts'
import { createNatsNodes } from './nats-nodes.ts'
import { runChaos } from './run-chaos.ts'

describe.skipIf(missing !== null)('many nodes', () => {
  test('1,200 notifications to 30 clients that come, go and move, with a server killed three times and NATS once', {
    timeout: 90_000,
  }, async ({ annotate }) => {
    const nats = await startTestNats()
    const { nodes, natsKills } = createNatsNodes(nats, temporaryFolder(), 3)
    await using _stack = new AsyncDisposableStack()
    for (const node of nodes) _stack.use(node)
    const report = await runChaos({
      nodes,
      seed: 11,
      messages: 1_200,
      publishers: 16,
      resumingClients: 27,
      plainClients: 3,
      everyoneShare: 0.1,
      kills: 3,
      comingsShare: 0.2,
      signal: AbortSignal.timeout(80_000),
    })
    await annotate(chaosInWords(report))
    expect(report.isSettled).toBe(true)
    expect(report.wrong).toEqual({
      ...{
        missing: 0,
        repeated: 0,
        misdelivered: 0,
        outOfOrder: 0,
        strangers: 0,
        broken: 0,
        waitedInVain: 0,
      },
    })
    expect(report.stored).toBe(report.due)
    expect(report.trouble.kills).toBe(3)
    expect(natsKills()).toBe(1)
  })
})
