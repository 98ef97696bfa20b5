/** What came over time: by minute, hour or day, as bars or as a table. */
import { useCallback, useState } from 'react'
import type { ContractClient } from '../../contract/client.ts'
import { useI18n } from '../i18n/i18n-context.tsx'
import { FigureCard } from './figure-card.tsx'
import { RangeChoice } from './range-choice.tsx'
import { readVolume, statisticsPace, type VolumeView } from './read-statistics.ts'
import { useFresh } from './use-fresh.ts'
import { VolumeChart } from './volume-chart.tsx'
import { type VolumeRange, volumeRanges } from './volume-range.ts'
import { VolumeTable } from './volume-table.tsx'
import './volume.css'

export function VolumeCard() {
  const { t } = useI18n()
  const [range, setRange] = useState<VolumeRange>('hour')
  const [isTable, setTable] = useState(false)
  const ask = useCallback((client: ContractClient) => readVolume(client, range, Date.now()), [range])
  const { ref, ...answer } = useFresh<VolumeView>(ask, statisticsPace)
  const choice = (
    <RangeChoice
      label={t('statistics.volume.range')}
      chosen={range}
      ranges={volumeRanges.map((each) => ({ range: each, word: t(`statistics.volume.range.${each}`) }))}
      onChoose={setRange}
    />
  )
  return (
    <div ref={ref}>
      <FigureCard title={t('statistics.volume.title')} answer={answer} controls={choice}>
        {(view) => (
          <>
            {isTable ? <VolumeTable view={view} /> : <VolumeChart view={view} />}
            <button type="button" className="link-button" onClick={() => setTable(!isTable)}>
              {t(isTable ? 'statistics.volume.chart.show' : 'statistics.volume.table.show')}
            </button>
          </>
        )}
      </FigureCard>
    </div>
  )
}
