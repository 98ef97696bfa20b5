/** When it was connected, as a strip: the states differ in pattern as well as in colour. */
import type { I18n } from '../../i18n/create-i18n.ts'
import { useI18n } from '../i18n/i18n-context.tsx'
import { spanWords } from '../time/span-words.ts'
import type { UptimePeriod, UptimeRange, UptimeState, UptimeWindow } from './uptime-window.ts'

const states: readonly UptimeState[] = ['connected', 'disconnected', 'not-running']

export function UptimeStrip({ shown, range }: { readonly shown: UptimeWindow; readonly range: UptimeRange }) {
  const i18n = useI18n()
  const { t } = i18n
  const { from, to, periods, spentMs } = shown
  const share = (ms: number): string => `${(ms / (to - from)) * 100}%`
  const summary = t('statistics.uptime.strip', {
    ...{ from: edgeWords(i18n, range, from), to: t('statistics.volume.now') },
    connected: spanWords(i18n, spentMs.connected),
    disconnected: spanWords(i18n, spentMs.disconnected),
    absent: spanWords(i18n, spentMs['not-running']),
  })
  return (
    <div className="uptime">
      <div className="uptime-strip" role="img" aria-label={summary}>
        {periods.map((period) => (
          <span
            key={period.from}
            data-state={period.state}
            title={periodWords(i18n, range, period)}
            style={{
              insetInlineStart: share(period.from - from),
              inlineSize: share(period.to - period.from),
            }}
          />
        ))}
      </div>
      <div className="figure-axis" aria-hidden="true">
        <span>{edgeWords(i18n, range, from)}</span>
        <span>{t('statistics.volume.now')}</span>
      </div>
      <ul className="uptime-legend" aria-hidden="true">
        {states.map((state) => (
          <li key={state}>
            <span className="uptime-sample" data-state={state} />
            {t(`statistics.uptime.${state}`)}
          </li>
        ))}
      </ul>
    </div>
  )
}

function periodWords(i18n: I18n, range: UptimeRange, { state, from, to }: UptimePeriod): string {
  return i18n.t('statistics.uptime.period', {
    state: i18n.t(`statistics.uptime.${state}`),
    ...{ from: edgeWords(i18n, range, from), to: edgeWords(i18n, range, to) },
    span: spanWords(i18n, to - from),
  })
}

/** With its day, since half of a day is of the last one. */
const edgeWords = ({ formats }: I18n, range: UptimeRange, at: number): string =>
  formats.date(at, {
    ...{ weekday: 'short', hour: 'numeric', minute: '2-digit' },
    ...(range === 'week' ? { day: 'numeric' } : {}),
  })
