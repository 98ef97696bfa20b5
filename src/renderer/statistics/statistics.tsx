/** What came, how it was dealt with, and how the connection held: counts at once, the rest as soon as it is in sight. */
import { useRef } from 'react'
import { useI18n } from '../i18n/i18n-context.tsx'
import { Figures } from '../later/later-parts.ts'
import { CountsCard } from './counts-card.tsx'
import { FiguresWaiting } from './figures-waiting.tsx'
import { useWasInSight } from './use-in-sight.ts'
import './statistics.css'

export function Statistics() {
  const { t } = useI18n()
  return (
    <section className="statistics" aria-label={t('statistics.title')}>
      <CountsCard />
      <FiguresWhenSeen />
    </section>
  )
}

function FiguresWhenSeen() {
  const place = useRef<HTMLDivElement>(null)
  const wasInSight = useWasInSight(place)
  return (
    <div ref={place} className="figures">
      {wasInSight ? <Figures /> : <FiguresWaiting />}
    </div>
  )
}
