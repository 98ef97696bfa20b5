/** A setting's value, and the way to change it with the answer at hand. */
import { useState } from 'react'
import type { SettingName, Settings } from '../../contract/settings-table.ts'
import { useI18n } from '../i18n/i18n-context.tsx'
import { useStore, useWindowState } from '../store/store-context.tsx'
import { sentenceOf } from '../text/sentence-of.ts'
import { checkSetting } from './setting-value.ts'

export type SettingHandle = {
  readonly value: Settings[SettingName] | undefined
  /** Why the last change was refused, a sentence. */
  readonly problem: string | null
  /** @returns whether it was applied */
  change(value: unknown): Promise<boolean>
}

export function useSetting(name: SettingName): SettingHandle {
  const { client } = useStore()
  const i18n = useI18n()
  const value = useWindowState(({ engine }) => engine?.settings[name])
  const [problem, setProblem] = useState<string | null>(null)
  return {
    value,
    problem,
    async change(wanted) {
      const checked = checkSetting(i18n, name, wanted)
      if (!checked.ok) {
        setProblem(checked.problem)
        return false
      }
      try {
        await client.call('changeSettings', checked.change)
        setProblem(null)
        return true
      } catch (fault) {
        setProblem(sentenceOf(fault))
        return false
      }
    },
  }
}
