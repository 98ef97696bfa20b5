/** Puts the chosen theme on the page, and keeps it for the next one, which shows it before anything else. */
import { useLayoutEffect, useMemo } from 'react'
import { useMediaQuery } from '../layout/use-media-query.ts'
import { useWindowState } from '../store/store-context.tsx'
import { createKeptText } from '../view-state/kept-text.ts'
import { themeOnPage } from './theme-on-page.ts'

export function useTheme(): void {
  const kept = useMemo(() => createKeptText('tocsin.theme', [() => localStorage]), [])
  const wantsMoreContrast = useMediaQuery('(prefers-contrast: more)')
  // Until the engine has said what was chosen, the page wears what it wore last.
  const chosen = useWindowState(({ engine }) => engine?.settings.theme ?? null)
  useLayoutEffect(() => {
    if (chosen === null) return
    const theme = themeOnPage(chosen, wantsMoreContrast)
    document.documentElement.dataset['theme'] = theme
    kept.write(theme)
  }, [kept, chosen, wantsMoreContrast])
}
