/** How the connection held: a strip of the last day or week, its share, and what interrupted it. */
import { useState } from 'react'
import type { Statistics } from '../../contract/statistics.ts'
import { useI18n } from '../i18n/i18n-context.tsx'
import { FigureCard } from './figure-card.tsx'
import { Interruptions } from './interruptions.tsx'
import { RangeChoice } from './range-choice.tsx'
import { UptimeStrip } from './uptime-strip.tsx'
import { type UptimeRange, uptimeRanges, uptimeWindow } from './uptime-window.ts'
import type { FreshAnswer } from './use-fresh.ts'
import './uptime.css'

export function UptimeCard({ statistics }: { readonly statistics: Omit<FreshAnswer<Statistics>, 'ref'> }) {
  const { t } = useI18n()
  const [range, setRange] = useState<UptimeRange>('day')
  const choice = (
    <RangeChoice
      label={t('statistics.uptime.range')}
      chosen={range}
      ranges={uptimeRanges.map((each) => ({ range: each, word: t(`statistics.uptime.range.${each}`) }))}
      onChoose={setRange}
    />
  )
  return (
    <FigureCard title={t('statistics.uptime.title')} answer={statistics} controls={choice}>
      {(figures) => <Uptime figures={figures} range={range} />}
    </FigureCard>
  )
}

function Uptime({ figures, range }: { readonly figures: Statistics; readonly range: UptimeRange }) {
  const { t, formats } = useI18n()
  const shown = uptimeWindow(figures, range)
  if (shown === null || shown.connectedShare === null)
    return <p className="figures-hint">{t(`statistics.uptime.unknown.${range}`)}</p>
  return (
    <>
      <p className="uptime-share">
        <strong>{formats.percent(shown.connectedShare)}</strong> {t(`statistics.uptime.share.${range}`)}
      </p>
      <UptimeStrip shown={shown} range={range} />
      <Interruptions shown={shown} />
    </>
  )
}
