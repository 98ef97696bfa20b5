/** The transport of this page: what the Electron preload exposes, or else a WebSocket to where the page came from. */
import type { Transport } from '../../contract/client.ts'
import { contractPath } from '../../contract/web-socket-frames.ts'
import type { Schedule } from '../time/schedule.ts'
import { createWebSocketTransport } from './web-socket-transport.ts'

declare global {
  interface Window {
    /** Exposed by the preload in Electron; absent in a browser. */
    readonly tocsin?: Transport
  }
}

export function createPageTransport(schedule: Schedule, reportProblem: (problem: string) => void): Transport {
  return (
    window.tocsin ??
    createWebSocketTransport({
      openSocket: () => new WebSocket(`ws://${location.host}${contractPath}`),
      schedule,
      reportProblem,
    })
  )
}
