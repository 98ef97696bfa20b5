/** Gives components their texts, in the language of the window. */
import { createContext, type ReactNode, use, useLayoutEffect, useSyncExternalStore } from 'react'
import type { I18n } from '../../i18n/create-i18n.ts'
import { useWindowState } from '../store/store-context.tsx'
import type { LanguageCell } from './language-cell.ts'

const I18nContext = createContext<I18n | null>(null)

export function useI18n(): I18n {
  const i18n = use(I18nContext)
  if (i18n === null) throw new Error('There are no texts here: render inside an I18nProvider.')
  return i18n
}

type Props = {
  readonly cell: LanguageCell
  /** Told of the chosen language, so that the next window opens in it. */
  readonly keep: (chosen: string) => void
  /** The language stays as it is, whatever is chosen: a test looks at the pseudo-locale. */
  readonly isFixed: boolean
  readonly children: ReactNode
}

export function I18nProvider({ cell, keep, isFixed, children }: Props) {
  const i18n = useSyncExternalStore(cell.subscribe, cell.read)
  const chosen = useWindowState(({ engine }) => engine?.settings.language ?? null)
  useLayoutEffect(() => {
    if (chosen === null || isFixed) return
    keep(chosen)
    void cell.choose(chosen)
  }, [cell, keep, isFixed, chosen])
  useLayoutEffect(() => {
    document.documentElement.lang = i18n.formats.locale
    document.documentElement.dir = i18n.direction
  }, [i18n])
  return <I18nContext value={i18n}>{children}</I18nContext>
}
