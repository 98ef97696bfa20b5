/** Whether the first steps are to be shown, and until when. */
import { useState } from 'react'
import { WelcomeDialog } from '../later/later-parts.ts'
import { useWindowState } from '../store/store-context.tsx'
import { shouldWelcome } from './should-welcome.ts'

export function Welcome() {
  const isDue = useWindowState(({ engine }) => shouldWelcome(engine))
  // A source that is kept on the way is no reason to end there.
  const [isBegun, setBegun] = useState(false)
  const [isOver, setOver] = useState(false)
  if (isDue && !isBegun) setBegun(true)
  return isBegun && !isOver ? <WelcomeDialog onEnd={() => setOver(true)} /> : null
}
