/** Quiet hours while they are edited: each edit builds on the last one, also before the engine has answered that. */
import { useEffect, useRef } from 'react'
import type { QuietHours } from '../../contract/do-not-disturb.ts'
import type { SettingHandle } from './use-setting.ts'

export type QuietHoursEdit = (hours: QuietHours) => QuietHours

export function useQuietHours(setting: SettingHandle): {
  readonly hours: QuietHours
  /** @returns whether it was applied */
  readonly edit: (change: QuietHoursEdit) => Promise<boolean>
} {
  const hours = setting.value as QuietHours // the only setting with this control
  const asked = useRef<QuietHours | null>(null)
  const waitingCount = useRef(0)
  useEffect(() => {
    if (waitingCount.current === 0 || isSame(hours, asked.current)) asked.current = null
  }, [hours])
  return {
    hours,
    async edit(change) {
      const wanted = change(asked.current ?? hours)
      asked.current = wanted
      waitingCount.current += 1
      const isApplied = await setting.change(wanted)
      waitingCount.current -= 1
      if (!isApplied && asked.current === wanted) asked.current = null
      return isApplied
    },
  }
}

const isSame = (one: QuietHours, other: QuietHours | null): boolean =>
  JSON.stringify(one) === JSON.stringify(other)
