/** The window. */
import { Announcer } from './announcements/announcer.tsx'
import { CommandOverlays } from './commands/command-overlays.tsx'
import { JobNotices } from './jobs/job-notices.tsx'
import { useShortcuts } from './keyboard/use-shortcuts.ts'
import { DocumentTitle } from './layout/document-title.tsx'
import { NarrowPanes, WidePanes } from './layout/panes.tsx'
import { TitleBar } from './layout/title-bar.tsx'
import { useMediaQuery } from './layout/use-media-query.ts'
import { wideQuery } from './layout/wide-query.ts'
import { Notices } from './notices/notices.tsx'
import { useTheme } from './theme/use-theme.ts'
import { Welcome } from './welcome/welcome.tsx'

export function App() {
  const isWide = useMediaQuery(wideQuery)
  useTheme()
  useShortcuts(isWide)
  return (
    <div className="app">
      <DocumentTitle />
      <Announcer />
      <TitleBar />
      <Notices />
      {isWide ? <WidePanes /> : <NarrowPanes />}
      <JobNotices />
      <CommandOverlays hasRoom={isWide} />
      <Welcome />
    </div>
  )
}
