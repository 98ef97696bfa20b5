/** The background thread's entry: opens the files, and answers what the main thread asks. Composes only. */
import { parentPort, workerData } from 'node:worker_threads'
import { openSearchIndex } from '../search/search-index.ts'
import { createAskHandlers } from './ask-handlers.ts'
import type { BackgroundFiles, FromThread, ToThread } from './background-messages.ts'
import { openHistoryConnection } from './history-connection.ts'
import { createThreadAsks } from './thread-asks.ts'
import { createUpkeep } from './upkeep.ts'

const files = workerData as BackgroundFiles // given by thread.ts
const port = parentPort
if (port === null) throw new Error('This file runs as a worker thread of Tocsin, not by itself.')

const post = (message: FromThread): void => port.postMessage(message)
const history = openHistoryConnection(files.historyPath)
const index = openSearchIndex(files)
const upkeep = createUpkeep({ index, post })
const asks = createThreadAsks(createAskHandlers({ history, index }), post)

port.on('message', (message: ToThread) => {
  switch (message.kind) {
    case 'ask':
      asks.start(message)
      // An index that it found damaged was begun anew.
      upkeep.index()
      break
    case 'index':
      upkeep.index()
      break
    case 'drop':
      upkeep.drop()
      break
    case 'end':
      void end()
      break
    default:
      // From a newer main thread, which there cannot be: nothing to do is better than to die of it.
      break
  }
})

/** The port is the last thing that keeps the thread. */
async function end(): Promise<void> {
  upkeep.stop()
  await asks.settled()
  index.close()
  history.close()
  port?.close()
}
