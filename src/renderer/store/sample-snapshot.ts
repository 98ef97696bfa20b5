/** A made-up snapshot for tests. */
import type { Snapshot } from '../../contract/snapshot.ts'
import { sampleCounts } from '../list/sample-rows.ts'

export const sampleSnapshot = (changes: Partial<Snapshot> = {}): Snapshot => ({
  runId: 'run-1',
  revision: 10,
  connection: { phase: 'live', since: 1, silentSince: null },
  source: { isEmbedded: true, url: 'ws://127.0.0.1:1/ws/notify/tocsin', hasAccessToken: false },
  counts: sampleCounts(0),
  settings: {
    frequencySeconds: 5,
    source: '',
    clientId: 'tocsin',
    toasts: true,
    theme: 'system',
    closeToTray: true,
    retentionDays: 90,
    retentionCount: 1_000_000,
    caFile: '',
    systemCertificates: false,
    proxy: 'environment',
  },
  storage: { problem: null, waiting: 0 },
  activity: [],
  newest: [],
  lastFrameAt: null,
  capabilities: { host: 'browser', version: '0.1.0', hasTray: false, toasts: 'page' },
  jobs: [],
  ...changes,
})
