/** Watches a process for what a server may leave behind: sockets, and memory that grows. */
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

export type Footprint = { readonly heapBytes: number; readonly sockets: number }

/** After a full garbage collection, and what it sets free. */
export async function measureFootprint(): Promise<Footprint> {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void // what the flag brings
  for (let round = 0; round < 3; round++) {
    await new Promise(setImmediate)
    collect()
  }
  const sockets = process.getActiveResourcesInfo().filter((name) => name === 'TCPSocketWrap').length
  return { heapBytes: process.memoryUsage().heapUsed, sockets }
}
