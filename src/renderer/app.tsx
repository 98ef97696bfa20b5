/** The window. */
import { Announcer } from './announcements/announcer.tsx'
import { useShortcuts } from './keyboard/use-shortcuts.ts'
import { NarrowPanes, WidePanes } from './layout/panes.tsx'
import { TitleBar } from './layout/title-bar.tsx'
import { useDocumentTitle } from './layout/use-document-title.ts'
import { useMediaQuery } from './layout/use-media-query.ts'
import { Notices } from './notices/notices.tsx'
import { useTheme } from './theme/use-theme.ts'

export function App() {
  const isWide = useMediaQuery('(min-width: 760px)')
  useTheme()
  useDocumentTitle()
  useShortcuts(isWide)
  return (
    <div className="app">
      <Announcer />
      <TitleBar />
      <Notices />
      {isWide ? <WidePanes /> : <NarrowPanes />}
    </div>
  )
}
