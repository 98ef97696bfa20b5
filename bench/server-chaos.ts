/** Does each client end with each notification once, in order for each publisher, whatever is killed? 100,000 to 500 clients
 * that come and go at random; the server is killed (SIGKILL) 40 times. Wanted: nothing wrong. `server-chaos.ts SEED` */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chaosInWords } from '../src/server/testing/chaos/chaos-report.ts'
import { createProcessNode } from '../src/server/testing/chaos/process-node.ts'
import { runChaos } from '../src/server/testing/chaos/run-chaos.ts'

const seed = Number(process.argv[2] ?? Math.floor(Math.random() * 1e9))
const folder = mkdtempSync(join(tmpdir(), 'tocsin-bench-'))
process.once('exit', () => rmSync(folder, { recursive: true, force: true }))

await using node = createProcessNode('--data-dir', join(folder, 'data'))
const report = await runChaos({
  nodes: [node],
  seed,
  messages: 100_000,
  publishers: 32,
  resumingClients: 480,
  plainClients: 20,
  everyoneShare: 0.1,
  kills: 40,
  comingsShare: 0.1,
  signal: AbortSignal.timeout(30 * 60_000),
})
console.log(`seed ${seed}:\n${chaosInWords(report)}`)
if (!report.isSettled || Object.values(report.wrong).some((count) => count > 0)) process.exitCode = 1
