/** Puts the chosen theme on the page; `system` leaves it to the computer. */
import { useLayoutEffect } from 'react'
import { useWindowState } from '../store/store-context.tsx'

export function useTheme(): void {
  const theme = useWindowState(({ engine }) => engine?.settings.theme ?? 'system')
  useLayoutEffect(() => {
    document.documentElement.dataset['theme'] = theme
  }, [theme])
}
