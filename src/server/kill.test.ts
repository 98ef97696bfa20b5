/** What was answered with 201 is there, in order and once, however the process ended. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { post } from './testing/http-client.ts'
import { connectListeningClient } from './testing/listening-client.ts'

const cli = fileURLToPath(new URL('cli.ts', import.meta.url))

async function startProcess(dataDir: string) {
  const args = [cli, '--port', '0', '--no-demo', '--data-dir', dataDir]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const [line] = await once(createInterface(child.stdout), 'line')
  return { child, url: String(line).replace('Listening on ', '') }
}

/** Until the server is gone. @returns the messages that were answered with 201 */
async function publishUntilGone(url: string, sender: string, onPublished: () => void): Promise<string[]> {
  const published: string[] = []
  for (let i = 0; ; i++) {
    const message = `${sender} ${i}`
    const answer = await post(url, '/notify/alice', message).catch(() => null)
    if (answer === null) return published
    expect(answer.status).toBe(201)
    published.push(message)
    onPublished()
  }
}

test('nothing that was answered with 201 is lost when the process is killed', {
  timeout: 60_000,
}, async () => {
  const dataDir = join(temporaryFolder(), 'data')
  const published = new Map<string, string[]>()
  for (let round = 0; round < 4; round++) {
    const { child, url } = await startProcess(dataDir)
    let count = 0
    const killAfter = 20 + round * 37
    const onPublished = (): void => {
      count += 1
      if (count === killAfter) child.kill('SIGKILL')
    }
    const senders = Array.from({ length: 8 }, (_, index) => `round ${round}, sender ${index}:`)
    await Promise.all(
      senders.map(async (sender) => published.set(sender, await publishUntilGone(url, sender, onPublished))),
    )
    expect(count).toBeGreaterThanOrEqual(killAfter)
  }

  const { child, url } = await startProcess(dataDir)
  const alice = await connectListeningClient({ url, clientId: 'alice', resume: null })
  const last = await post(url, '/notify/alice', 'last')
  await alice.receives(last.json.id)
  const received = alice.received.map(({ message }) => message)
  for (const [sender, messages] of published) {
    const its = received.filter((message) => message.startsWith(sender))
    // One more at most: stored, and killed before the answer.
    expect(its.slice(0, messages.length)).toEqual(messages)
    expect(its.length - messages.length).toBeLessThanOrEqual(1)
  }
  expect(new Set(received).size).toBe(received.length)
  await alice.drop()
  child.kill('SIGTERM')
  expect(await once(child, 'exit')).toEqual([0, null])
})
