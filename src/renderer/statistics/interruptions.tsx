/** What interrupted the connection, the newest first, with its reason. */
import { useI18n } from '../i18n/i18n-context.tsx'
import { displayLine } from '../text/display-text.ts'
import { machineTime } from '../time/machine-time.ts'
import { spanWords } from '../time/span-words.ts'
import type { UptimeWindow } from './uptime-window.ts'

export function Interruptions({ shown }: { readonly shown: UptimeWindow }) {
  const i18n = useI18n()
  const { t, formats } = i18n
  const { interruptions, interruptionCount } = shown
  const title = t('statistics.uptime.interruptions', { count: interruptionCount })
  if (interruptions.length === 0) return <p className="figures-hint">{title}</p>
  return (
    <details className="interruptions">
      <summary>{title}</summary>
      <ul>
        {interruptions.map(({ endedAt, lastedMs, reason }) => (
          <li key={endedAt}>
            <span className="interruption-head">
              <time dateTime={machineTime(endedAt)} title={formats.exactTime(endedAt)}>
                {formats.date(endedAt, {
                  weekday: 'short',
                  hour: 'numeric',
                  minute: '2-digit',
                  second: '2-digit',
                })}
              </time>
              <span>
                {lastedMs === null
                  ? t('statistics.uptime.lasts')
                  : t('statistics.uptime.lasted', { span: spanWords(i18n, lastedMs) })}
              </span>
            </span>
            <bdi>{displayLine(reason, t('statistics.uptime.no-reason'))}</bdi>
          </li>
        ))}
      </ul>
      {interruptionCount > interruptions.length && (
        <p className="figures-hint">
          {t('statistics.uptime.older', { count: formats.number(interruptions.length) })}
        </p>
      )}
    </details>
  )
}
