/** The figures that the engine is asked for, each card by itself. Loaded once it is in sight. */
import { NoiseCard } from './noise-card.tsx'
import { PaceCard } from './pace-card.tsx'
import { readStatistics, statisticsPace } from './read-statistics.ts'
import { UptimeCard } from './uptime-card.tsx'
import { useFresh } from './use-fresh.ts'
import { VolumeCard } from './volume-card.tsx'
import './figures.css'

export function Figures() {
  // One reading for two cards.
  const { ref, ...statistics } = useFresh(readStatistics, statisticsPace)
  return (
    <>
      <VolumeCard />
      <div ref={ref} className="figures">
        <PaceCard statistics={statistics} />
        <UptimeCard statistics={statistics} />
      </div>
      <NoiseCard />
    </>
  )
}
