/** The connection's particulars: how it stands, since when, when something last came, and what happens next. */
import type { ConnectionView } from '../../contract/snapshot.ts'
import type { I18n } from '../../i18n/create-i18n.ts'
import { useI18n } from '../i18n/i18n-context.tsx'
import { useWindowState } from '../store/store-context.tsx'
import { displayLine } from '../text/display-text.ts'
import { startOfDay } from '../time/day-label.ts'
import { machineTime } from '../time/machine-time.ts'
import { secondsUntil } from '../time/relative-time.ts'
import { RelativeTimeText } from '../time/relative-time-text.tsx'
import { useTicking } from '../time/ticker-context.tsx'
import { describeConnection, sourceName } from './connection-words.ts'
import { Fact } from './fact.tsx'
import { RetryButton } from './retry-button.tsx'

export function ConnectionFacts() {
  const { t } = useI18n()
  const isHostHere = useWindowState((state) => state.host.kind === 'here')
  const connection = useWindowState(({ engine }) => engine?.connection ?? null)
  return (
    <section className="card" aria-label={t('connection.title')}>
      <h2 className="card-title">{t('connection.title')}</h2>
      {/* What was known before the host went away may hold no longer. */}
      {isHostHere && connection !== null ? (
        <Facts connection={connection} />
      ) : (
        <p className="fact-help">{t('connection.state.unknown')}</p>
      )}
    </section>
  )
}

function Facts({ connection }: { readonly connection: ConnectionView }) {
  const i18n = useI18n()
  const { t, formats } = i18n
  const source = useWindowState(({ engine }) => engine?.source ?? null)
  const lastFrameAt = useWindowState(({ engine }) => engine?.lastFrameAt ?? null)
  const since = useTicking((nowMs) => sinceWords(i18n, connection.since, nowMs))
  const { word, tone, reason } = describeConnection(i18n, connection)
  return (
    <dl className="facts">
      <Fact name={t('connection.state')}>
        <span className="fact-state" data-tone={tone}>
          <span className="connection-dot" aria-hidden="true" />
          {word}
        </span>
        {reason !== null && reason !== '' && <bdi className="fact-help">{reason}</bdi>}
      </Fact>
      <Fact name={t('connection.since')}>
        <time dateTime={machineTime(connection.since)} title={formats.exactTime(connection.since)}>
          {since}
        </time>
      </Fact>
      <Fact name={t('connection.last-heard')}>
        {lastFrameAt === null ? t('connection.not-yet') : <RelativeTimeText atMs={lastFrameAt} />}
      </Fact>
      {source !== null && source.url !== '' && (
        <Fact name={t('connection.address')}>
          <bdi dir="ltr" className="fact-address" title={sourceName(i18n, source)}>
            {displayLine(source.url)}
          </bdi>
        </Fact>
      )}
      {source?.hasAccessToken === true && (
        <Fact name={t('connection.token')}>{t('connection.token.kept')}</Fact>
      )}
      {(connection.phase === 'waiting' || connection.phase === 'connecting') && (
        <Next connection={connection} />
      )}
    </dl>
  )
}

/** The countdown stands outside of what is read aloud by itself. */
function Next({ connection }: { readonly connection: Extract<ConnectionView, { attempt: number }> }) {
  const { t, formats } = useI18n()
  const retryAt = connection.phase === 'waiting' ? connection.retryAt : null
  const seconds = useTicking((nowMs) => (retryAt === null ? 0 : secondsUntil(retryAt, nowMs)))
  return (
    <>
      {connection.attempt > 0 && (
        <Fact name={t('connection.attempt')}>{formats.number(connection.attempt)}</Fact>
      )}
      <Fact name={t('connection.next')}>
        <span className="fact-line">
          <span className="countdown">
            {seconds === 0 ? t('connection.next.now') : t('connection.in-seconds', { seconds })}
          </span>
          <RetryButton isUnderWay={retryAt === null} />
        </span>
      </Fact>
    </>
  )
}

const sinceWords = ({ formats }: I18n, since: number, nowMs: number): string =>
  startOfDay(since) === startOfDay(nowMs)
    ? formats.clockTime(since)
    : formats.date(since, { dateStyle: 'medium', timeStyle: 'short' })
