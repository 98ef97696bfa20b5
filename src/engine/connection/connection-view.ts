/** What the window and the log are told of the connection. */
import type { ConnectionView, SourceView } from '../../contract/snapshot.ts'
import type { I18n } from '../../i18n/create-i18n.ts'
import { say, type Wording, worded } from '../../i18n/wording.ts'
import type { ConnectionState } from './connection-state.ts'

/** @param silentSince for a live connection; milliseconds since the epoch */
export function toConnectionView(
  i18n: I18n,
  state: ConnectionState,
  silentSince: number | null,
): ConnectionView {
  const { phase, since } = state
  switch (phase) {
    case 'connecting':
      return { phase, since, attempt: state.failures }
    case 'live':
      return { phase, since, silentSince }
    case 'waiting':
      return {
        ...{ phase, since, retryAt: state.retryAt, attempt: state.failures },
        reason: say(i18n, state.reason),
      }
    case 'disconnected':
      return { phase, since, reason: say(i18n, state.reason) }
  }
}

/**
 * A line for the activity log; null where there is nothing to say.
 * @param isResumed the server goes on where we were
 */
export function describeConnection(
  state: ConnectionState,
  source: SourceView,
  isResumed: boolean,
): { readonly severity: 'info' | 'warning'; readonly text: Wording } | null {
  switch (state.phase) {
    case 'connecting':
      return null
    case 'live':
      return { severity: 'info', text: connectedTo(source, isResumed) }
    case 'waiting': {
      const seconds = (state.retryAt - state.since) / 1_000
      const text = worded('engine-connection.log.waiting', { reason: state.reason, seconds })
      return { severity: 'warning', text }
    }
    case 'disconnected':
      return state.reason === ''
        ? { severity: 'info', text: worded('engine-connection.log.disconnected') }
        : { severity: 'warning', text: state.reason }
  }
}

function connectedTo({ isEmbedded, url }: SourceView, isResumed: boolean): Wording {
  if (isEmbedded)
    return worded(
      isResumed ? 'engine-connection.log.resumed.built-in' : 'engine-connection.log.connected.built-in',
    )
  return isResumed
    ? worded('engine-connection.log.resumed', { address: url })
    : worded('engine-connection.log.connected', { address: url })
}
