/**
 * The seed's own clients, word for word, against a server with all that it has: demo notifications, published ones that are
 * stored in a file, and another client of the same id that resumes. They see what the seed says, to the byte.
 */
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createManualClock } from '../clock/manual-clock.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { storeLimits } from './limits.ts'
import { openSqliteStore } from './store/sqlite/open-sqlite-store.ts'
import { send } from './testing/http-client.ts'
import { connectListeningClient } from './testing/listening-client.ts'
import { runJavascriptClient } from './testing/seed-clients/run-javascript-client.ts'
import { findPython, runPythonClient } from './testing/seed-clients/run-python-client.ts'
import { startTestServer } from './testing/test-server.ts'

const python = findPython()
if (python === null) process.stderr.write('skipped: the seed’s Python client: no Python with `websockets`\n')

/** The seed's examples of notifications. */
const examples = [
  `{"type":"info","title":"Info Notification","message":"New update available","id":"notif_1234","timestamp":"2023-07-25T14:32:15.123456","read":false,"priority":"medium"}`,
  `{"type":"warning","title":"Warning Notification","message":"Your subscription will end soon","id":"notif_5678","timestamp":"2023-07-25T14:40:22.123456","read":false,"action_required":true}`,
  `{"type":"error","title":"Error Notification","message":"Failed to connect to server","id":"notif_9012","timestamp":"2023-07-25T14:45:10.123456","read":false,"error_code":503,"retry_allowed":true}`,
  `{"type":"success","title":"Success Notification","message":"Data synchronization completed","id":"notif_3456","timestamp":"2023-07-25T14:50:05.123456","read":false,"completion_time":"3.25s"}`,
]
const baseFields = ['type', 'title', 'message', 'id', 'timestamp', 'read']
const ownFields: Readonly<Record<string, readonly string[]>> = {
  info: ['priority'],
  warning: ['action_required'],
  error: ['error_code', 'retry_allowed'],
  success: ['completion_time'],
}

async function startFullServer() {
  const clock = createManualClock()
  const path = join(temporaryFolder(), 'server.sqlite')
  const workerFile = new URL('./store/sqlite/worker.ts', import.meta.url)
  const store = await openSqliteStore({ file: { path, workerFile }, limits: storeLimits, clock })
  const running = await startTestServer({ demo: true, store, clock })
  onTestFinished(() => running.server.close())
  return running
}

const publishTo = async (url: string, path: string, body: string): Promise<void> => {
  const { status } = await send(url, path, {
    method: 'POST',
    body,
    headers: { 'Content-Type': 'application/json' },
  })
  expect(status).toBe(201)
}

const systemFrame = (message: string) =>
  new RegExp(
    `^\\{"type":"system","message":"${message}","timestamp":"\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{6})?"\\}$`,
  )

test('the JavaScript client gets, shows and acknowledges what the seed says, and no more', async () => {
  const { url, server, clock } = await startFullServer()
  using client = runJavascriptClient(url)
  expect(await client.nextFrame()).toMatch(systemFrame('Frequency set to 3.0 seconds'))
  expect(client.status()).toBe('Connected')
  const { clientId } = client
  const resuming = await connectListeningClient({ url, clientId, resume: 'new' })

  for (const [index, example] of examples.entries()) {
    // One to everyone, the others to this client.
    await publishTo(url, index === 1 ? '/notify' : `/notify/${clientId}`, example)
    expect(await client.nextFrame()).toBe(example)
    const { id, type } = JSON.parse(example)
    expect(await client.nextFrame()).toMatch(systemFrame(`Notification ${id} marked as read`))
    expect(client.shown.at(-1)).toEqual({ by: type, data: JSON.parse(example) })
  }
  // The other client of this id is one that asked for more.
  expect(resuming.received.map(({ place }) => place)).toEqual([
    { stream: 'own', sequence: 1 },
    { stream: 'all', sequence: 1 },
    { stream: 'own', sequence: 2 },
    { stream: 'own', sequence: 3 },
  ])
  for (let i = 0; i < 8; i++) {
    clock.advance(3000)
    const demo = JSON.parse(await client.nextFrame())
    expect(Object.keys(demo)).toEqual([...baseFields, ...(ownFields[demo.type] ?? [])])
    expect(await client.nextFrame()).toMatch(systemFrame(`Notification ${demo.id} marked as read`))
  }
  expect(client.shown).toHaveLength(examples.length + 8)

  await server.close()
  expect(await client.closed).toBe(5000)
  expect(client.status()).toBe('Disconnected')
})

test('what it has not acknowledged waits for its next connection, in the same bytes', async () => {
  const { url } = await startFullServer()
  using first = runJavascriptClient(url)
  await first.nextFrame()
  first[Symbol.dispose]()
  await first.closed
  for (const example of examples) await publishTo(url, `/notify/${first.clientId}`, example)
  // The client draws another id each time: this is the one that it had.
  const socket = new WebSocket(`${url}/ws/notify/${first.clientId}`)
  onTestFinished(() => socket.close())
  const frames: string[] = []
  await new Promise<void>((resolve) => {
    socket.onmessage = ({ data }) => {
      frames.push(String(data))
      if (frames.length === examples.length) resolve()
    }
  })
  expect(frames).toEqual(examples)
})

test.skipIf(python === null)('the Python client prints and acknowledges what the seed says', async () => {
  const { url, server, clock } = await startFullServer()
  using client = runPythonClient(python ?? '', url)
  const connected = await client.prints(/^Connected to notification service as /)
  const clientId = connected.split(' ').at(-1) ?? ''
  await client.prints(/^SYSTEM: Frequency set to 5\.0 seconds$/)
  for (const [index, example] of examples.entries()) {
    await publishTo(url, index === 1 ? '/notify' : `/notify/${clientId}`, example)
  }
  await client.prints(/^-{40}$/, 4)
  clock.advance(5000)
  await client.prints(/^-{40}$/, 5)

  const acknowledged: string[] = []
  for (const example of examples) {
    const { id } = JSON.parse(example)
    const { json } = await send(url, `/notify/${clientId}/${id}`)
    if (json.acknowledged > 0) acknowledged.push(`SYSTEM: Notification ${id} marked as read`)
  }
  const isConfirmation = (line: string): boolean =>
    /^SYSTEM: Notification notif_\d+ marked as read$/.test(line)
  await server.close()
  await client.prints(/^Connection closed$/)
  expect(await client.ended).toBe(0)

  // It draws which ones it acknowledges; the demo one is its own business.
  expect(client.lines.filter((line) => isConfirmation(line) && /1234|5678|9012|3456/.test(line))).toEqual(
    expect.arrayContaining(acknowledged),
  )
  const printed = client.lines.filter((line) => !isConfirmation(line))
  expect(printed.slice(0, 26)).toEqual([
    `Connected to notification service as ${clientId}`,
    'SYSTEM: Frequency set to 5.0 seconds',
    ...['[INFO] Info Notification', 'Message: New update available', 'ID: notif_1234', 'Priority: medium'],
    '-'.repeat(40),
    ...['[WARNING] Warning Notification', 'Message: Your subscription will end soon', 'ID: notif_5678'],
    ...['Action required: True', '-'.repeat(40)],
    ...['[ERROR] Error Notification', 'Message: Failed to connect to server', 'ID: notif_9012'],
    ...['Error code: 503', '-'.repeat(40)],
    ...['[SUCCESS] Success Notification', 'Message: Data synchronization completed', 'ID: notif_3456'],
    ...['Completion time: 3.25s', '-'.repeat(40)],
    expect.stringMatching(/^\[(INFO|WARNING|ERROR|SUCCESS)\] /),
    ...[expect.stringMatching(/^Message: ./), expect.stringMatching(/^ID: notif_\d{4}$/)],
    expect.stringMatching(/^(Priority|Action required|Error code|Completion time): ./),
  ])
  expect(printed.slice(26)).toEqual(['-'.repeat(40), 'Connection closed'])
})
