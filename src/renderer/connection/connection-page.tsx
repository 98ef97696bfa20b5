/** All about the connection: how it stands, what can be changed of it, what is wrong with it, what happened. */
import { ActivityLog } from '../activity/activity-log.tsx'
import { Doctor } from '../diagnosis/doctor.tsx'
import { ConnectionFacts } from './connection-facts.tsx'
import { FrequencyCard } from './frequency-card.tsx'
import { SendCard } from './send-card.tsx'
import { SourceCard } from './source-card.tsx'
import './connection-page.css'

export function ConnectionPage() {
  return (
    <div className="connection-page">
      <ConnectionFacts />
      <FrequencyCard />
      <SourceCard />
      <SendCard />
      <Doctor />
      <ActivityLog />
    </div>
  )
}
