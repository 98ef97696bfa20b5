/** As `server-chaos.ts`, with three servers on one NATS: 100,000 to 500 clients that come, go and move at random; a server is
 * killed (SIGKILL) 40 times, and NATS 4 times. Wanted: nothing wrong. `server-chaos-nodes.ts SEED MESSAGES` */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chaosInWords } from '../src/server/testing/chaos/chaos-report.ts'
import { createNatsNodes } from '../src/server/testing/chaos/nats-nodes.ts'
import { runChaos } from '../src/server/testing/chaos/run-chaos.ts'
import { missingForNats, startNatsServer } from '../src/testing/nats-server.ts'

const missing = missingForNats()
if (missing !== null) {
  console.log(`skipped: ${missing}`)
  process.exit()
}
const seed = Number(process.argv[2] ?? Math.floor(Math.random() * 1e9))
const messages = Number(process.argv[3] ?? 100_000)
const folder = mkdtempSync(join(tmpdir(), 'tocsin-bench-'))
process.once('exit', () => rmSync(folder, { recursive: true, force: true }))

await using nats = await startNatsServer()
const { nodes, natsKills } = createNatsNodes(nats, folder, 10)
await using stack = new AsyncDisposableStack()
for (const node of nodes) stack.use(node)
const report = await runChaos({
  nodes,
  seed,
  messages,
  publishers: 32,
  resumingClients: 480,
  plainClients: 20,
  everyoneShare: 0.1,
  kills: 40,
  comingsShare: 0.1,
  signal: AbortSignal.timeout(30 * 60_000),
})
console.log(`seed ${seed}, NATS killed ${natsKills()} times:\n${chaosInWords(report)}`)
if (!report.isSettled || Object.values(report.wrong).some((count) => count > 0)) process.exitCode = 1
