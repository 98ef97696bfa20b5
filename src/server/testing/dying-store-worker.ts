/**
 * The store's thread for tests of its death: one that is told to store an id of `diesBefore` or `diesAfter` ends before it
 * has done anything, or when it is stored and nobody was told.
 */
import { parentPort } from 'node:worker_threads'
import type { FromStoreWorker, ToStoreWorker } from '../store/sqlite/store-messages.ts'

const port = parentPort
if (port === null) throw new Error('This file is a thread: it is not started by itself.')
let isLast = false
port.on('message', (message: ToStoreWorker) => {
  const ids = message.kind === 'run' ? message.calls.map(idOf) : []
  if (ids.includes('diesBefore')) process.exit(1)
  isLast = ids.includes('diesAfter')
})
const say = port.postMessage.bind(port)
port.postMessage = (message: FromStoreWorker) => (isLast ? process.exit(1) : say(message))
await import('../store/sqlite/worker.ts')

type Calls = Extract<ToStoreWorker, { kind: 'run' }>['calls']
const idOf = (call: Calls[number]): string | null => (call.name === 'append' ? call.args[0].id : null)
