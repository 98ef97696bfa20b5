/** The slider's own value while somebody moves it; the setting's at all other times. */
import { useEffect, useMemo, useRef, useState } from 'react'
import { useStore, useWindowState } from '../store/store-context.tsx'
import { sentenceOf } from '../text/sentence-of.ts'
import { createTimerSchedule } from '../time/schedule.ts'
import { createSettledValue } from './settled-value.ts'

const settleMs = 250
/** How long after it was accepted a value is shown by itself, until the setting's change has come in. */
const graceMs = 400

export function useFrequencyDraft() {
  const { client } = useStore()
  const setting = useWindowState(({ engine }) => engine?.settings.frequencySeconds ?? null)
  const [draft, setDraft] = useState<number | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const lastProposal = useRef(0)

  const settled = useMemo(() => {
    const schedule = createTimerSchedule()
    return createSettledValue<number>(schedule, settleMs, (frequencySeconds) => {
      const proposal = lastProposal.current
      const letGo = (): void => {
        if (proposal === lastProposal.current) setDraft(null)
      }
      client.call('changeSettings', { frequencySeconds }).then(
        () => {
          setProblem(null)
          schedule(letGo, graceMs)
        },
        (fault: unknown) => {
          setProblem(sentenceOf(fault))
          letGo()
        },
      )
    })
  }, [client])
  useEffect(() => settled.flush, [settled])

  return {
    value: draft ?? setting,
    problem,
    flush: settled.flush,
    propose(seconds: number) {
      lastProposal.current += 1
      setDraft(seconds)
      settled.propose(seconds)
    },
  }
}
