/** What repeats itself and is seldom read, with the way to mute it. */
import { useState } from 'react'
import type { Mute } from '../../contract/mute.ts'
import type { NoiseReport } from '../../contract/noise-report.ts'
import { useI18n } from '../i18n/i18n-context.tsx'
import { useStore, useWindowState } from '../store/store-context.tsx'
import { displayLine } from '../text/display-text.ts'
import { FigureCard } from './figure-card.tsx'
import { isMuted, toggleMute } from './mutes.ts'
import { NoiseItem } from './noise-item.tsx'
import { noisePace, readNoise } from './read-statistics.ts'
import { useFresh } from './use-fresh.ts'

type Item = NoiseReport['items'][number]

const noMutes: readonly Mute[] = []

export function NoiseCard() {
  const { t } = useI18n()
  const { ref, ...answer } = useFresh(readNoise, noisePace)
  return (
    <div ref={ref}>
      <FigureCard title={t('statistics.noise.title')} answer={answer}>
        {(report) => (report.items.length === 0 ? <Empty /> : <Noise report={report} />)}
      </FigureCard>
    </div>
  )
}

function Empty() {
  const { t } = useI18n()
  return <p className="figures-hint">{t('statistics.noise.empty')}</p>
}

function Noise({ report }: { readonly report: NoiseReport }) {
  const store = useStore()
  const { t, formats } = useI18n()
  const mutes = useWindowState(({ engine }) => engine?.settings.mutes ?? noMutes)
  const [last, setLast] = useState<{ readonly item: Item; readonly isMuted: boolean } | null>(null)
  const toggle = (item: Item): void => {
    const next = toggleMute(store.cell.read().engine?.settings.mutes ?? noMutes, item)
    setLast({ item, isMuted: isMuted(next, item) })
    store.run('changeSettings', { mutes: next })
  }
  return (
    <>
      <p className="figure-help">{t('statistics.noise.help')}</p>
      <ul className="noise">
        {report.items.map((item) => (
          <NoiseItem
            key={`${item.type} ${item.titlePattern}`}
            item={item}
            isMuted={isMuted(mutes, item)}
            onToggle={() => toggle(item)}
          />
        ))}
      </ul>
      <div className="noise-done" aria-live="polite">
        {/* A refused change is told by a notice, and is not done. */}
        {last !== null && isMuted(mutes, last.item) === last.isMuted && (
          <>
            <span>
              {t(last.isMuted ? 'statistics.noise.done.muted' : 'statistics.noise.done.unmuted', {
                title: displayLine(last.item.titlePattern, t('statistics.noise.untitled')),
              })}
            </span>
            <button type="button" className="link-button" onClick={() => toggle(last.item)}>
              {t('statistics.noise.undo')}
            </button>
          </>
        )}
      </div>
      <p className="figure-help">
        {t('statistics.noise.scanned', {
          count: report.scanned,
          since: formats.date(report.since, { day: 'numeric', month: 'long' }),
        })}
      </p>
    </>
  )
}
