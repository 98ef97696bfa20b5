/** Shows the unread count in the window's title. Of its own, so that a new count renders nothing else. */
import { useEffect, useRef } from 'react'
import { countMatching } from '../list/list-filter.ts'
import { useWindowState } from '../store/store-context.tsx'
import { createTimerSchedule } from '../time/schedule.ts'
import { createPacedTitle, type PacedTitle } from './paced-title.ts'

const everyMs = 1_000

export function DocumentTitle() {
  const title = useRef<PacedTitle>(null)
  const unread = useWindowState(({ engine }) =>
    engine === null ? 0 : countMatching(engine.counts, { isUnread: true }),
  )
  useEffect(() => {
    const show = (text: string): void => {
      document.title = text
    }
    const paced = createPacedTitle({ show, schedule: createTimerSchedule(), everyMs })
    title.current = paced
    return paced.dispose
  }, [])
  useEffect(() => title.current?.set(unread === 0 ? 'Tocsin' : `(${unread}) Tocsin`), [unread])
  return null
}
