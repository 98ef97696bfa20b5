/** The connection's particulars: where to, since when, and when something last came. */
import { useWindowState } from '../store/store-context.tsx'
import { displayLine } from '../text/display-text.ts'
import { clockTime, exactTime } from '../time/exact-time.ts'
import { RelativeTimeText } from '../time/relative-time-text.tsx'
import { describeConnection, sourceName } from './connection-words.ts'

export function ConnectionFacts() {
  const isHostHere = useWindowState((state) => state.host.kind === 'here')
  const connection = useWindowState(({ engine }) => engine?.connection ?? null)
  const source = useWindowState(({ engine }) => engine?.source ?? null)
  const lastFrameAt = useWindowState(({ engine }) => engine?.lastFrameAt ?? null)
  // What was known before the host went away may hold no longer.
  if (!isHostHere || connection === null || source === null) return null
  return (
    <section className="card" aria-label="Connection">
      <h2 className="card-title">Connection</h2>
      <dl className="facts">
        <div>
          <dt>State</dt>
          <dd>{describeConnection(connection).word}</dd>
        </div>
        <div>
          <dt>Source</dt>
          <dd title={displayLine(source.url)}>
            <bdi>{sourceName(source)}</bdi>
          </dd>
        </div>
        <div>
          <dt>Since</dt>
          <dd title={exactTime(connection.since)}>{clockTime(connection.since)}</dd>
        </div>
        <div>
          <dt>Last heard</dt>
          <dd>{lastFrameAt === null ? 'not yet' : <RelativeTimeText atMs={lastFrameAt} />}</dd>
        </div>
      </dl>
    </section>
  )
}
