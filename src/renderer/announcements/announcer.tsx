/** Tells screen readers of arrivals. Two regions: one that waits its turn, one that interrupts. */
import { useEffect, useState } from 'react'
import { useI18n } from '../i18n/i18n-context.tsx'
import { useStore } from '../store/store-context.tsx'
import { createTimerSchedule } from '../time/schedule.ts'
import { type Announcement, addArrivals, nextAnnouncement, openGate } from './announcement-gate.ts'

/** So long the first of several waits for the others: they are told together, and after the list has shown them. */
const gatherMs = 100
/** Then the regions are emptied, or the same words could not be heard twice. */
const spokenForMs = 3_000

export function Announcer() {
  const store = useStore()
  const i18n = useI18n()
  const [announcement, setAnnouncement] = useState<Announcement | null>(null)
  useEffect(() => {
    const schedule = createTimerSchedule()
    let gate = openGate
    let cancel: (() => void) | null = null
    let clear = (): void => {}
    const speak = (): void => {
      cancel = null
      const next = nextAnnouncement(i18n, gate, Date.now())
      if (next === null) return
      if ('waitMs' in next) {
        cancel = schedule(speak, next.waitMs)
        return
      }
      gate = next.gate
      setAnnouncement(next.say)
      clear()
      clear = schedule(() => setAnnouncement(null), spokenForMs)
    }
    const stop = store.onArrivals((rows) => {
      gate = addArrivals(
        gate,
        rows.map((row) => row.type),
      )
      cancel ??= schedule(speak, gatherMs)
    })
    return () => {
      stop()
      clear()
      cancel?.()
    }
  }, [store, i18n])
  return (
    <div className="visually-hidden">
      <div aria-live="polite">{announcement?.isUrgent === false && announcement.text}</div>
      <div aria-live="assertive">{announcement?.isUrgent === true && announcement.text}</div>
    </div>
  )
}
