/** What the window and the log are told of the connection. */
import type { ConnectionView, SourceView } from '../../contract/snapshot.ts'
import type { ConnectionState } from './connection-state.ts'

/** @param silentSince for a live connection; milliseconds since the epoch */
export function toConnectionView(state: ConnectionState, silentSince: number | null): ConnectionView {
  const { phase, since } = state
  switch (phase) {
    case 'connecting':
      return { phase, since, attempt: state.failures }
    case 'live':
      return { phase, since, silentSince }
    case 'waiting':
      return { phase, since, retryAt: state.retryAt, attempt: state.failures, reason: state.reason }
    case 'disconnected':
      return { phase, since, reason: state.reason }
  }
}

/** A line for the activity log; null where there is nothing to say. */
export function describeConnection(
  state: ConnectionState,
  source: SourceView,
): { readonly severity: 'info' | 'warning'; readonly text: string } | null {
  const where = source.isEmbedded ? 'the built-in server' : source.url
  switch (state.phase) {
    case 'connecting':
      return null
    case 'live':
      return { severity: 'info', text: `Connected to ${where}.` }
    case 'waiting': {
      const seconds = ((state.retryAt - state.since) / 1000).toFixed(1)
      return { severity: 'warning', text: `${state.reason} Trying again in ${seconds} s.` }
    }
    case 'disconnected':
      return state.reason === ''
        ? { severity: 'info', text: 'Disconnected, as you asked.' }
        : { severity: 'warning', text: state.reason }
  }
}
